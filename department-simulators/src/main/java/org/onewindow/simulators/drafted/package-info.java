/** Departments that nobody has built a simulator of: they answer as the stubs in their folders say. */
@NullMarked
package org.onewindow.simulators.drafted;

import org.jspecify.annotations.NullMarked;
