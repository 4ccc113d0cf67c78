package org.onewindow.connectors.mapping;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * Runs a style sheet on a thread of its own, and leaves that thread behind when it has worked for too long.
 *
 * <p>{@link Deadline} ends what goes on from instruction to instruction; a loop inside one XPath expression nobody can end. Such a
 * sheet is not run again while it still runs, so that a broken mapping costs one thread and not one a case. Platform threads, since a
 * virtual one that never waits would keep its carrier for itself. The time is the thread's own on the processor, as with
 * {@link Deadline}.
 */
final class TimeBox {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("mapping-", 0).factory());

    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Duration longest;
    private volatile @Nullable Future<?> leftBehind;

    /** Work, and what its thread had done before it. */
    private static final class Begun {

        private volatile long thread = -1;
        private volatile long before;

        void begin() {
            before = TIMES.getCurrentThreadCpuTime();
            thread = Thread.currentThread().threadId();
        }

        long worked() {
            return thread == -1 ? 0 : TIMES.getThreadCpuTime(thread) - before;
        }
    }

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
        var begun = new Begun();
        var running = THREADS.submit(() -> {
            begun.begin();
            return work.call();
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException stopping) {
                    interrupted = true;
                } catch (TimeoutException notYet) {
                    giveUp(running, begun);
                }
            }
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUp(Future<?> running, Begun begun) {
        if (begun.worked() > longest.toNanos()) {
            leftBehind = running;
            throw new Deadline.Passed();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
