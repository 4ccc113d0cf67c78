/** The synthetic departments: at once, late or never, and every answer derived from its question. */
@NullMarked
package org.onewindow.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
