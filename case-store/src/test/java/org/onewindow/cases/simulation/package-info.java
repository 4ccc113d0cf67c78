/**
 * The case machine in a simulated city: store, broker, nodes, clock, departments and people, all driven by one seed.
 *
 * <p>The same seed gives the same life of a case, event by event: what fails once can be looked at again.
 */
@NullMarked
package org.onewindow.cases.simulation;

import org.jspecify.annotations.NullMarked;
