/** The side-by-side harness: {@code ./hub bench}. */
@NullMarked
package org.onewindow.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
