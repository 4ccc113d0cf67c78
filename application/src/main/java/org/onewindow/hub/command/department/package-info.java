/** The integrator's verbs: a department's folder on its way into the hub. */
@NullMarked
package org.onewindow.hub.command.department;

import org.jspecify.annotations.NullMarked;
