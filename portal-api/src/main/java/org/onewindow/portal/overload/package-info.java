/** What the hub takes on at once, and how it refuses the rest before any work is done. */
@NullMarked
package org.onewindow.portal.overload;

import org.jspecify.annotations.NullMarked;
