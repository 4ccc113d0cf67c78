/** Checks a department's folder: its mappings, its samples, its contract. */
@NullMarked
package org.onewindow.connectors.check;

import org.jspecify.annotations.NullMarked;
