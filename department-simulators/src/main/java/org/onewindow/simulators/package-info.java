/** Departments and the payment platform as their contracts describe them. */
@NullMarked
package org.onewindow.simulators;

import org.jspecify.annotations.NullMarked;
