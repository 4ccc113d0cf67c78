/** Problems after RFC 9457: what the hub answers when it does not do what was asked, in both languages. */
@NullMarked
package org.onewindow.portal.problem;

import org.jspecify.annotations.NullMarked;
