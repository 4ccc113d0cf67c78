/** The stage on which departments play: how they behave, what was asked of them, what they did. */
@NullMarked
package org.onewindow.simulators.stage;

import org.jspecify.annotations.NullMarked;
