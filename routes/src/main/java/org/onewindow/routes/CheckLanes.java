package org.onewindow.routes;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Who asks departments waits for them on a lane of its own, one for each set of departments (Bulkhead): a department that is slow holds
 * up those that ask it, and nobody else. Who asks none goes at once.
 */
final class CheckLanes implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 10_000;
    private static final long IDLE_SECONDS = 30;

    private final Map<Set<String>, ExecutorService> lanes = new ConcurrentHashMap<>();

    /** Runs it, here where no department is asked; false: so many wait for these departments that it must come again. */
    boolean take(Set<String> departments, Runnable check) {
        if (departments.isEmpty()) {
            check.run();
            return true;
        }
        try {
            lanes.computeIfAbsent(departments, CheckLanes::lane).execute(check);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private static ExecutorService lane(Set<String> departments) {
        var name = "check-" + String.join("+", departments) + "-";
        var lane = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofVirtual().name(name, 0).factory());
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    /** What waits is looked at again by whichever node comes first. */
    @Override
    public void close() {
        lanes.values().forEach(ExecutorService::shutdownNow);
    }
}
