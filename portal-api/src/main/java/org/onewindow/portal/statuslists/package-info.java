/** Signed lists of states, and what a verifier without a line checks against them. */
@NullMarked
package org.onewindow.portal.statuslists;

import org.jspecify.annotations.NullMarked;
