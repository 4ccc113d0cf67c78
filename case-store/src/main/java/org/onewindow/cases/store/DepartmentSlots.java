package org.onewindow.cases.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.config.Department;

/** How many calls a department has at the same time and in a second, over all nodes together. */
@SuppressWarnings("DoNotCallSuggester")
public final class DepartmentSlots {

    public DepartmentSlots(DataSource dataSource, Clock clock) {
        throw new UnsupportedOperationException("" + dataSource + clock);
    }

    /** The right to one call; closing gives it back. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A slot, or nothing where all are taken or the second is used up.
     *
     * @param holdAtMost after this time the slot of a lost node is free again
     */
    public Optional<Slot> acquire(String department, Department.Limits limits, Duration holdAtMost) {
        throw new UnsupportedOperationException(department + limits + holdAtMost);
    }
}
