/** The yard-stick: the thinnest correct fan-out. */
@NullMarked
package org.onewindow.benchmarks.control;

import org.jspecify.annotations.NullMarked;
