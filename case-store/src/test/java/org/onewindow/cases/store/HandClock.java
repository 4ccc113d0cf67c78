package org.onewindow.cases.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The monotonic clock of a process, turned by hand: lives go by it, and beat when they are told to. */
final class HandClock {

    private final AtomicLong nanos = new AtomicLong(-5);

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** A life that has begun. */
    Life life(DataSource database, String name) {
        var life = new Life(database, name, nanos::get, null);
        life.beat();
        return life;
    }
}
