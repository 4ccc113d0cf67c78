/** The public security bureau, as far as it issues certificates. */
@NullMarked
package org.onewindow.simulators.police;

import org.jspecify.annotations.NullMarked;
