/** The companies that supply homes with water, gas and heat, each in its own dialect. */
@NullMarked
package org.onewindow.simulators.utilities;

import org.jspecify.annotations.NullMarked;
