package org.onewindow.benchmarks.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One scenario after the other, each within its time and all within theirs; every goal that was asked for gets its line. */
final class Scenarios {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);

    private final Report report;
    private final Set<String> only;
    private final long end;

    /** @param only numbers of goals such as {@code P7}; empty: all */
    Scenarios(Report report, Set<String> only, Duration whole) {
        this.report = report;
        this.only = only;
        this.end = System.nanoTime() + whole.toNanos();
    }

    @FunctionalInterface
    interface Scenario {
        void run() throws Exception;
    }

    /** Too long for a run that did not ask for it. */
    boolean named(String goal) {
        return only.contains(goal);
    }

    boolean wanted(String... goals) {
        return only.isEmpty() || Set.of(goals).stream().anyMatch(only::contains);
    }

    /** Measures these; where it fails, or runs out of time, the lines that are missing say why. */
    void measure(List<Goal> goals, Duration atMost, Scenario scenario) throws InterruptedException {
        long nanos = Math.min(atMost.toNanos(), end - System.nanoTime());
        if (nanos <= 0) {
            report.missing(goals, "not measured: no time was left");
            return;
        }
        var task = new FutureTask<@Nullable Void>(() -> {
            scenario.run();
            return null;
        });
        var thread = Thread.ofPlatform().name("scenario").daemon().start(task);
        try {
            task.get(nanos, TimeUnit.NANOSECONDS);
            report.missing(goals, "not measured: the scenario told nothing");
        } catch (TimeoutException late) {
            task.cancel(true);
            thread.join(ENDS_WITHIN);
            report.missing(
                    goals, "not measured: took longer than %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(nanos)));
        } catch (ExecutionException failure) {
            report.missing(goals, "not measured: " + failure.getCause());
        }
    }
}
