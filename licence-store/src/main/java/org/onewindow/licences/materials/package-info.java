/** What people handed in once and may use again (材料复用). */
@NullMarked
package org.onewindow.licences.materials;

import org.jspecify.annotations.NullMarked;
