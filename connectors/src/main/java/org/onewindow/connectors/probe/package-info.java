/** Tries whether a department can be reached, before it is enabled. */
@NullMarked
package org.onewindow.connectors.probe;

import org.jspecify.annotations.NullMarked;
