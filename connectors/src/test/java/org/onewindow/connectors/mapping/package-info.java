/** Tests of the message translators. */
@NullMarked
package org.onewindow.connectors.mapping;

import org.jspecify.annotations.NullMarked;
