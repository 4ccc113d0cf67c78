package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.onewindow.benchmarks.bench.CaseLife.Lived;

/** The same lives among ten thousand cases and among a million (P9): what PostgreSQL spends on one, and what people wait who look. */
final class Growth {

    private static final long FEW = 10_000;
    private static final long MANY = 1_000_000;
    private static final int LOOKS = 200;
    private static final int WARM_UP = 20;

    private final CaseLife life;

    Growth(CaseLife life) {
        this.life = life;
    }

    /** What it is like among so many. */
    private record Among(Lived lived, String own, String worklist, long cases, long bytes) {

        String words() {
            return "%d cases: PostgreSQL %.0f µs and hub %.0f µs a case, own cases %s, worklist %s"
                    .formatted(cases, lived.databaseMicros(), lived.hubMicros(), own, worklist);
        }
    }

    Finding measure(Hub hub) throws IOException, InterruptedException, SQLException {
        var from = Instant.now();
        life.warmUp(hub, hub.citizen());
        var original = hub.export(from).stream()
                .filter(row -> row.hasNonNull("finishedAt"))
                .findFirst()
                .orElseThrow(() -> new IOException("the hub finished no case that could be copied"))
                .path("case")
                .asText();
        try (var database = hub.database()) {
            var cases = new GrownCases(database, original);
            var few = among(hub, cases, FEW);
            var many = among(hub, cases, MANY);
            return new Finding(
                    Goal.P9,
                    many.lived().databaseMicros() / few.lived().databaseMicros(),
                    few.lived().isWhole() && many.lived().isWhole(),
                    "%s; %s; %d bytes a case"
                            .formatted(
                                    few.words(),
                                    many.words(),
                                    (many.bytes() - few.bytes()) / (many.cases() - few.cases())));
        }
    }

    private Among among(Hub hub, GrownCases cases, long count) throws IOException, InterruptedException, SQLException {
        cases.growTo(count);
        long stored = cases.count();
        long bytes = cases.bytes();
        var citizen = hub.citizen().get("Authorization");
        var own = looking(hub, "/v1/cases", citizen);
        var worklist = looking(hub, "/v1/admin/tasks", "Bearer " + hub.token("operator", ""));
        return new Among(life.lived(hub, hub.citizen()), own, worklist, stored, bytes);
    }

    private static String looking(Hub hub, String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        var micros = new Histogram(3);
        for (int i = 0; i < LOOKS + WARM_UP; i++) {
            long begin = System.nanoTime();
            Http.text(hub.port(), "GET", path, "", "Authorization", String.valueOf(authorization));
            if (i >= WARM_UP) {
                micros.recordValue((System.nanoTime() - begin) / 1000);
            }
        }
        return "p50 %.1f ms, p99 %.1f ms"
                .formatted(micros.getValueAtPercentile(50) / 1000.0, micros.getValueAtPercentile(99) / 1000.0);
    }
}
