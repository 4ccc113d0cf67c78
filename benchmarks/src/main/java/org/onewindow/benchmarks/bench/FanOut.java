package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.benchmarks.bench.Candidate.Load;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.load.Measured;

/** Inquiries to the four departments: what one costs (P1), and what is left of the ideal when the departments are slow (P3). */
final class FanOut {

    static final int USERS = 128;

    private static final int SLOW_MILLIS = 50;
    private static final double IDEAL_PER_SECOND = USERS * 1000.0 / SLOW_MILLIS;

    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Size size;

    FanOut(Stubs stubs, LoadGenerator generator, Size size) {
        this.stubs = stubs;
        this.generator = generator;
        this.size = size;
    }

    /** A load on the hub at the departments' present latency. */
    Load load(Hub hub, Map<String, String> citizen, long warmUp) throws IOException {
        var target = Targets.inquiry(hub.port(), "fan-out", citizen);
        generator.closed(target, USERS, warmUp, size.atMost());
        double cpu = hub.cpuSeconds();
        double database = hub.databaseCpuSeconds();
        var measured = generator.closed(target, USERS, size.requests(), size.atMost());
        return new Load(measured, hub.cpuSeconds() - cpu, hub.databaseCpuSeconds() - database);
    }

    Finding cost(Load before, Load hub, Load after) {
        double control = (before.microsOfCpu() + after.microsOfCpu()) / 2;
        return new Finding(
                Goal.P1,
                hub.microsOfCpu() / control,
                Control.stoodStill(before, after) && before.right() && after.right() && hub.right(),
                "hub %.0f µs and PostgreSQL %.0f µs a request, control %.0f and %.0f µs; %s; control %.0f/s"
                        .formatted(
                                hub.microsOfCpu(),
                                hub.microsOfDatabase(),
                                before.microsOfCpu(),
                                after.microsOfCpu(),
                                words(hub.measured()),
                                after.measured().perSecond()));
    }

    List<Finding> slow(Hub hub, Map<String, String> citizen, double ownPerSecond)
            throws IOException, InterruptedException {
        stubs.latency(SLOW_MILLIS);
        var load = load(hub, citizen, size.warmUp() / 10);
        stubs.latency(0);
        double ideal = Math.min(IDEAL_PER_SECOND, ownPerSecond);
        var note = "%s; ideal %.0f/s, own rate at 0 ms %.0f/s"
                .formatted(words(load.measured()), IDEAL_PER_SECOND, ownPerSecond);
        return List.of(new Finding(Goal.P3, load.measured().perSecond() / ideal, load.right(), note));
    }

    /** Resident memory while the departments are slow, and all users wait. */
    Finding memory(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        stubs.latency(SLOW_MILLIS);
        var load = load(hub, citizen, size.warmUp() / 4);
        stubs.latency(0);
        return new Finding(Goal.P11, hub.residentMib(), load.right(), words(load.measured()));
    }

    static String words(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%d requests, %.0f/s, p50 %.1f ms, p99 %.1f ms, %d bad%s, %d wrong",
                measured.requests(),
                measured.perSecond(),
                measured.millisAt(50),
                measured.millisAt(99),
                measured.bad(),
                measured.refusals().isEmpty() ? "" : " " + measured.refusals(),
                measured.wrong());
    }
}
