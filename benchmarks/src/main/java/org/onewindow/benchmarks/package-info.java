/** Micro-benchmarks of the hub. */
@NullMarked
package org.onewindow.benchmarks;

import org.jspecify.annotations.NullMarked;
