package org.onewindow.benchmarks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.work.Work;

/** Cases: taken in durably (P6), and lived through to the end with four acts (P7). */
final class CaseLife {

    private static final int USERS = 32;
    private static final int CHUNK = 100;
    private static final int OPEN_AT_MOST = 500;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);

    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Size size;

    CaseLife(Stubs stubs, LoadGenerator generator, Size size) {
        this.stubs = stubs;
        this.generator = generator;
        this.size = size;
    }

    List<Finding> intake(Hub hub, Map<String, String> citizen) throws IOException {
        var target = Targets.cases(hub.port(), "counter", citizen);
        generator.closed(target, USERS, size.warmUp(), size.atMost());
        double cpu = hub.cpuSeconds();
        double database = hub.databaseCpuSeconds();
        var measured = generator.closed(target, USERS, size.requests(), size.atMost());
        double requests = measured.requests();
        boolean right = measured.bad() == 0 && measured.wrong() == 0;
        var note = "%s; hub %.0f µs, PostgreSQL %.0f µs a case"
                .formatted(
                        FanOut.words(measured),
                        (hub.cpuSeconds() - cpu) * 1e6 / requests,
                        (hub.databaseCpuSeconds() - database) * 1e6 / requests);
        return List.of(
                new Finding(Goal.P6_RATE, measured.perSecond(), right, note),
                new Finding(Goal.P6_P99, measured.millisAt(99), right, ""));
    }

    /**
     * Lives from the first case received to the last one finished, by the hub's own export.
     *
     * @param hubMicros CPU of the hub's process a case, µs
     * @param databaseMicros the same of its PostgreSQL
     */
    record Lived(long sent, long accepted, long finished, double seconds, double hubMicros, double databaseMicros) {

        boolean isWhole() {
            return finished > 0 && finished == accepted;
        }
    }

    Finding whole(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        warmUp(hub, citizen);
        var lived = lived(hub, citizen);
        var note = "%d cases sent, %d accepted, %d finished in %.1f s; hub %.0f µs, PostgreSQL %.0f µs a case"
                .formatted(
                        lived.sent(),
                        lived.accepted(),
                        lived.finished(),
                        lived.seconds(),
                        lived.hubMicros(),
                        lived.databaseMicros());
        return new Finding(Goal.P7, lived.finished() / lived.seconds(), lived.isWhole(), note);
    }

    void warmUp(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        live(hub, citizen, size.cases() / 5);
    }

    Lived lived(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        var from = Instant.now();
        double cpu = hub.cpuSeconds();
        double database = hub.databaseCpuSeconds();
        long accepted = live(hub, citizen, size.cases());
        double hubMicros = (hub.cpuSeconds() - cpu) * 1e6 / accepted;
        double databaseMicros = (hub.databaseCpuSeconds() - database) * 1e6 / accepted;
        var cases = hub.export(from);
        var first = cases.stream().map(row -> time(row, "receivedAt")).min(Instant::compareTo);
        var last = cases.stream().map(row -> time(row, "finishedAt")).max(Instant::compareTo);
        long finished =
                cases.stream().filter(row -> row.hasNonNull("finishedAt")).count();
        double seconds = Duration.between(first.orElse(from), last.orElse(from)).toMillis() / 1000.0;
        return new Lived(size.cases(), accepted, finished, seconds, hubMicros, databaseMicros);
    }

    /**
     * So many cases from submission to their last effect; never more than some hundreds are open.
     *
     * @return how many were accepted
     */
    private long live(Hub hub, Map<String, String> citizen, long cases) throws IOException, InterruptedException {
        var target = Targets.cases(hub.port(), "errand", citizen);
        long effects = stubs.effects();
        long accepted = 0;
        for (long sent = 0; sent < cases; sent += CHUNK) {
            var chunk = generator.closed(target, USERS, Math.min(CHUNK, cases - sent), size.atMost());
            accepted += chunk.requests() - chunk.bad();
            awaitEffects(effects + (accepted - OPEN_AT_MOST) * Work.DEPARTMENTS.size());
        }
        awaitEffects(effects + accepted * Work.DEPARTMENTS.size());
        awaitQuiet(hub);
        return accepted;
    }

    private void awaitEffects(long count) throws IOException, InterruptedException {
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (stubs.effects() < count && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** The last reply is told to its case a moment after the department gave it. */
    private static void awaitQuiet(Hub hub) throws IOException, InterruptedException {
        double before = -1;
        for (double now = hub.cpuSeconds(); now - before > 0.05; now = hub.cpuSeconds()) {
            before = now;
            Thread.sleep(250);
        }
    }

    private static Instant time(JsonNode row, String field) {
        return row.hasNonNull(field)
                ? OffsetDateTime.parse(row.path(field).asText()).toInstant()
                : Instant.EPOCH;
    }
}
