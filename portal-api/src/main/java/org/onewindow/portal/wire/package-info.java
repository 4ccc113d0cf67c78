/** JSON as it comes in and goes out: strict on the way in, canonical records both ways. */
@NullMarked
package org.onewindow.portal.wire;

import org.jspecify.annotations.NullMarked;
