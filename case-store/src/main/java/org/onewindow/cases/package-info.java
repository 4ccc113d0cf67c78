/** The case machine, its tables and the trace. */
@NullMarked
package org.onewindow.cases;

import org.jspecify.annotations.NullMarked;
