/** The same work in the frameworks that one would take otherwise, each as its manual has it; Spring's annotations are theirs. */
@NullMarked
package org.onewindow.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
