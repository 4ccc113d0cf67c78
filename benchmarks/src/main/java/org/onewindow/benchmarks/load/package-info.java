/** The load generator, closed and open loop. */
@NullMarked
package org.onewindow.benchmarks.load;

import org.jspecify.annotations.NullMarked;
