/** The canonical data model: what travels inside the hub, whatever channel or department it came from. */
@NullMarked
package org.onewindow.canonical;

import org.jspecify.annotations.NullMarked;
