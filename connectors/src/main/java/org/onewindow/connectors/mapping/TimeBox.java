package org.onewindow.connectors.mapping;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a style sheet on a thread of its own, and leaves that thread behind when the time is over.
 *
 * <p>{@link Deadline} ends what goes on from instruction to instruction; a loop inside one XPath expression nobody can end. Such a
 * sheet is not run again while it still runs, so that a broken mapping costs one thread and not one a case. Platform threads, since a
 * virtual one that never waits would keep its carrier for itself.
 */
final class TimeBox {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("mapping-", 0).factory());

    private final Duration longest;
    private volatile @Nullable Future<?> leftBehind;

    TimeBox(Duration longest) {
        this.longest = longest;
    }

    /**
     * What the work yields; it is waited for even by an interrupted thread, for no mapping is wrong because a hub stops.
     *
     * @throws Deadline.Passed where the work does not end
     */
    <T> T run(Callable<T> work) {
        var before = leftBehind;
        if (before != null && !before.isDone()) {
            throw new Deadline.Passed();
        }
        var running = THREADS.submit(work);
        boolean interrupted = false;
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (true) {
                try {
                    return running.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException stopping) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            leftBehind = running;
            throw new Deadline.Passed();
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
