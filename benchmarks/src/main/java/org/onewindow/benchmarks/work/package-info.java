/** What every candidate does for one request: the same reading, mapping and aggregating, in the plainest Java. */
@NullMarked
package org.onewindow.benchmarks.work;

import org.jspecify.annotations.NullMarked;
