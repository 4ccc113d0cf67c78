/** How departments are doing, for those who look after them. */
@NullMarked
package org.onewindow.portal.departments;

import org.jspecify.annotations.NullMarked;
