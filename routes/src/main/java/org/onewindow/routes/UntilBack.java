package org.onewindow.routes;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.onewindow.cases.store.StoreAway;

/**
 * Tries again while the database is away: what a department said cannot be had twice.
 *
 * <p>A broker gives up after a few tries in as many seconds, which is right for a message that nobody can work on and wrong for a
 * database that is started again. So what came from a queue waits here: its consumer has nothing better to do meanwhile.
 *
 * @param firstPause doubled from try to try, up to a second
 * @param running whether this node is not being stopped; who stops it waits for nobody
 */
record UntilBack(Duration patience, Duration firstPause, BooleanSupplier running) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** For what came from a queue or a topic. */
    static UntilBack aWhile(BooleanSupplier running) {
        return new UntilBack(A_WHILE, FIRST_PAUSE, running);
    }

    /** For what is told while its caller waits anyway. */
    static UntilBack within(Duration patience) {
        return new UntilBack(patience, FIRST_PAUSE, () -> true);
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** The result of the first try that came through; the last failure where the database stays away for longer than the patience. */
    <T> T get(Supplier<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        var pause = firstPause;
        while (true) {
            try {
                return work.get();
            } catch (StoreAway away) {
                if (System.nanoTime() + pause.toNanos() - end > 0
                        || !running.getAsBoolean()
                        || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }
}
