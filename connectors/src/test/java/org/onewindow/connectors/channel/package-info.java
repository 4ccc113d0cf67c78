/** Tests of the connectors with real parts. */
@NullMarked
package org.onewindow.connectors.channel;

import org.jspecify.annotations.NullMarked;
