/** Tests of the connectors with real parts. */
@NullMarked
package org.onewindow.connectors;

import org.jspecify.annotations.NullMarked;
