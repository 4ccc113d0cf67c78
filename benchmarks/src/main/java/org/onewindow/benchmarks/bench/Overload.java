package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.load.Measured;

/** Ten times the users who hand in cases: who is refused comes back when he was told to, and what was taken is kept. */
final class Overload {

    private static final int USERS = 32;
    private static final int TIMES = 10;
    private static final Set<Integer> REFUSALS = Set.of(429, 503);
    private static final int CALM_PER_SECOND = 50;
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration GIVES_UP = Duration.ofSeconds(60);
    private static final double AS_BEFORE = 1.5;

    private final LoadGenerator generator;
    private final Size size;

    Overload(LoadGenerator generator, Size size) {
        this.generator = generator;
        this.size = size;
    }

    List<Finding> measure(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        var target = Targets.cases(hub.port(), "counter", citizen);
        var time = size.atMost().dividedBy(6);
        generator.closed(target, USERS, size.warmUp() / 4, time);
        double calm = calm(hub, citizen, WINDOW.multipliedBy(5)).millisAt(99);
        var peak = generator.closed(target, USERS, Long.MAX_VALUE, time);
        var from = Instant.now();
        var flood = generator.closed(target, USERS * TIMES, Long.MAX_VALUE, time);
        double again = secondsUntil(hub, citizen, calm * AS_BEFORE);
        long kept = hub.export(from).size();
        boolean right = REFUSALS.containsAll(flood.refusals().keySet()) && kept >= flood.requests() - flood.bad();
        var note = "%d users: %s; %d users: %.0f cases/s taken, %s; %d taken, %d stored"
                .formatted(
                        USERS,
                        FanOut.words(peak),
                        USERS * TIMES,
                        flood.goodPerSecond(),
                        FanOut.words(flood),
                        flood.requests() - flood.bad(),
                        kept);
        return List.of(
                new Finding(Goal.OVERLOAD_GOOD, flood.goodPerSecond() / peak.goodPerSecond(), right, note),
                new Finding(
                        Goal.OVERLOAD_AGAIN,
                        again,
                        right,
                        "p99 at %d/s before: %.1f ms, as before: at most %.1f x that"
                                .formatted(CALM_PER_SECOND, calm, AS_BEFORE)));
    }

    private Measured calm(Hub hub, Map<String, String> citizen, Duration time) {
        return generator.open(Targets.cases(hub.port(), "counter", citizen), CALM_PER_SECOND, time);
    }

    /** How long after now a window is as calm as this. */
    private double secondsUntil(Hub hub, Map<String, String> citizen, double millis) {
        long begin = System.nanoTime();
        long end = begin + GIVES_UP.toNanos();
        while (System.nanoTime() < end) {
            long windowBegins = System.nanoTime();
            var window = calm(hub, citizen, WINDOW);
            if (window.bad() == 0 && window.millisAt(99) <= millis) {
                return (windowBegins - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            }
        }
        return GIVES_UP.toSeconds();
    }
}
