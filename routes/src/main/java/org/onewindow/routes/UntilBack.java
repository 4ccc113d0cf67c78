package org.onewindow.routes;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.onewindow.cases.store.StoreAway;

/**
 * Tries again while the database is away: what a department said cannot be had twice.
 *
 * <p>A broker gives up after a few tries in as many seconds, which is right for a message that nobody can work on and wrong for a
 * database that is started again. So what came from a queue waits here: its consumer has nothing better to do meanwhile.
 */
final class UntilBack {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private UntilBack() {}

    /** For what came from a queue or a topic. */
    static void forAWhile(Runnable work) {
        within(A_WHILE, () -> {
            work.run();
            return true;
        });
    }

    /** The result of the first try that came through; the last failure where the database stays away for longer than the patience. */
    static <T> T within(Duration patience, Supplier<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (StoreAway away) {
                if (System.nanoTime() + pause.toNanos() - end > 0
                        || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }
}
