@NullMarked
package org.onewindow.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
