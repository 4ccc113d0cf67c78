/** Who may use whose licences, and the uses. */
@NullMarked
package org.onewindow.licences.authority;

import org.jspecify.annotations.NullMarked;
