/** Which materials a matter asks for, what there is of them already, and what must be handed in (材料清单, 一次性告知). */
@NullMarked
package org.onewindow.licences.checklist;

import org.jspecify.annotations.NullMarked;
