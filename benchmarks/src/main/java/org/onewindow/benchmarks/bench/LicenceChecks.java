package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/** Checks licences by holder, sixteen at once, each with its audit row committed (P13). */
final class LicenceChecks {

    private static final int AT_ONCE = 16;
    private static final int TYPES = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration COUNTED = Duration.ofSeconds(30);
    private static final String CHECK =
            """
            select s.state from (select substr(sha256(('holder ' || ?::text)::bytea), 1, 16) as id) h,
                lateral lic.sense(row('bench', 'bench', null, h.id)::lic.caller, now(), h.id, array[?::text], null) s""";

    private final long licences;

    LicenceChecks(long licences) {
        this.licences = licences;
    }

    List<Finding> measure(Hub hub) throws IOException, InterruptedException, SQLException {
        long bytes;
        try (var database = hub.database()) {
            var stock = new LicenceStock(database);
            stock.fill(licences);
            bytes = stock.bytes();
        }
        check(hub, WARM_UP);
        var micros = check(hub, COUNTED);
        double rate = micros.getTotalCount() / (double) COUNTED.toSeconds();
        double p99 = micros.getValueAtPercentile(99) / 1000.0;
        var note = "%,d licences, %,d bytes each with indexes; p50 %.1f ms"
                .formatted(licences, bytes / licences, micros.getValueAtPercentile(50) / 1000.0);
        return List.of(new Finding(Goal.P13_RATE, rate, true, note), new Finding(Goal.P13_P99, p99, true, note));
    }

    private Histogram check(Hub hub, Duration time) throws InterruptedException, IOException {
        var all = new Histogram(3);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var checking = new ArrayList<Callable<Histogram>>();
            for (int i = 0; i < AT_ONCE; i++) {
                checking.add(() -> one(hub, time));
            }
            for (var one : threads.invokeAll(checking)) {
                all.add(one.get());
            }
        } catch (ExecutionException failure) {
            throw new IOException("a check of licences failed", failure);
        }
        return all;
    }

    private Histogram one(Hub hub, Duration time) throws IOException, SQLException {
        var micros = new Histogram(3);
        long end = System.nanoTime() + time.toNanos();
        try (var connection = hub.database();
                var statement = connection.prepareStatement(CHECK)) {
            while (System.nanoTime() < end) {
                long holder = ThreadLocalRandom.current().nextLong(Math.max(1, licences / LicenceStock.A_HOLDER));
                long begin = System.nanoTime();
                statement.setString(1, Long.toString(holder));
                statement.setString(2, "type-" + ThreadLocalRandom.current().nextInt(TYPES));
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new SQLException("a holder has not the licence that was filled in");
                    }
                }
                micros.recordValue((System.nanoTime() - begin) / 1000);
            }
        }
        return micros;
    }
}
