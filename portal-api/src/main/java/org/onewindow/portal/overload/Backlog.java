package org.onewindow.portal.overload;

import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.cases.store.Workload;

/**
 * Whether so much accepted work waits that another case would only lengthen everybody's wait.
 *
 * @param last what waited lately; empty: the database is away, and intake will say so itself
 * @param most pieces of work that may wait over all nodes
 */
record Backlog(Supplier<Optional<Workload.Sample>> last, int most) {

    boolean isTooLong() {
        return last.get().filter(sample -> sample.waiting() > most).isPresent();
    }
}
