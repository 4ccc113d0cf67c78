package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.benchmarks.bench.Candidate.Load;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.springframework.util.FileSystemUtils;

/** What is measured, in which order: the warm hub first, then what kills and restarts it. */
final class Programme {

    private static final String SMALL_HEAP = "256m";
    private static final String USUAL_HEAP = "";
    private static final Duration GROWS_WITHIN = Duration.ofMinutes(40);
    private static final Set<String> BY_NAME = Set.of("P9", "P13", "P14", "P14S3");
    private static final Duration UP_WITHIN = Duration.ofSeconds(40);

    private final Path root;
    private final Path folder;
    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Size size;
    private final Report report;
    private final Scenarios scenarios;
    private final int port;
    private final long licences;
    private final Restarts restarts;
    private @Nullable Hub hub;
    private @Nullable Load inquiries;

    Programme(
            Path root,
            Path folder,
            Stubs stubs,
            LoadGenerator generator,
            Size size,
            Set<String> only,
            long licences,
            Report report)
            throws IOException {
        this.root = root;
        this.folder = folder;
        this.stubs = stubs;
        this.generator = generator;
        this.size = size;
        this.report = report;
        this.scenarios = new Scenarios(
                report,
                only,
                size.whole().plus(BY_NAME.stream().anyMatch(only::contains) ? GROWS_WITHIN : Duration.ZERO));
        this.port = Http.freePort();
        this.restarts = new Restarts(root, folder, stubs, generator, size, port);
        this.licences = licences;
    }

    void run() throws InterruptedException {
        try {
            if (scenarios.wanted("P8", "P12")) {
                scenarios.measure(List.of(), bound(1).plus(UP_WITHIN), restarts::record);
            }
            inquiries();
            cases();
        } finally {
            stop();
        }
        restarted();
        if (scenarios.named("P9")) {
            scenarios.measure(List.of(Goal.P9), GROWS_WITHIN, this::grown);
        }
        if (scenarios.named("P13")) {
            scenarios.measure(List.of(Goal.P13_RATE, Goal.P13_P99), GROWS_WITHIN, this::stocked);
        }
        if (scenarios.named("P14")) {
            scenarios.measure(List.of(Goal.P14), GROWS_WITHIN, this::handedIn);
        }
        if (scenarios.named("P14S3")) {
            scenarios.measure(List.of(Goal.P14S3), GROWS_WITHIN, this::handedInToABucket);
        }
    }

    private void inquiries() throws InterruptedException {
        if (scenarios.wanted("P1", "P2", "P3")) {
            scenarios.measure(List.of(Goal.P1), bound(4), this::cost);
        }
        if (scenarios.wanted("P2")) {
            for (var peer : Peer.values()) {
                scenarios.measure(peer.goals(), bound(3), () -> compare(peer));
            }
        }
        if (scenarios.wanted("P3")) {
            scenarios.measure(List.of(Goal.P3), bound(2), () -> new FanOut(stubs, generator, size)
                    .slow(hub(), hub().citizen(), inquiryLoad().measured().perSecond())
                    .forEach(report::add));
        }
        var latency = new Latency(stubs, generator, size);
        if (scenarios.wanted("P4")) {
            scenarios.measure(List.of(Goal.P4), bound(2), () -> report.add(latency.added(hub(), hub().citizen())));
        }
        if (scenarios.wanted("P5")) {
            scenarios.measure(List.of(Goal.P5), bound(2), () -> report.add(latency.oneHangs(hub(), hub().citizen())));
        }
    }

    private void cases() throws InterruptedException {
        var life = new CaseLife(stubs, generator, size);
        if (scenarios.wanted("P6")) {
            scenarios.measure(List.of(Goal.P6_RATE, Goal.P6_P99), bound(3), () -> life.intake(hub(), hub().citizen())
                    .forEach(report::add));
        }
        if (scenarios.wanted("OVERLOAD")) {
            scenarios.measure(
                    List.of(Goal.OVERLOAD_GOOD, Goal.OVERLOAD_AGAIN), bound(2), () -> new Overload(generator, size)
                            .measure(hub(), hub().citizen())
                            .forEach(report::add));
        }
        if (scenarios.wanted("P7")) {
            scenarios.measure(List.of(Goal.P7), bound(2), () -> report.add(life.whole(hub(), hub().citizen())));
        }
        if (scenarios.wanted("P8")) {
            scenarios.measure(List.of(Goal.P8_LOST, Goal.P8_DOUBLED, Goal.P8_AGAIN), bound(2), this::killed);
        }
    }

    /** So many loads of their full time. */
    private Duration bound(int loads) {
        return size.atMost().multipliedBy(loads).plus(UP_WITHIN);
    }

    private void cost() throws IOException, InterruptedException {
        var fanOut = new FanOut(stubs, generator, size);
        try (var control = Control.start(folder, stubs)) {
            var before = control.measure(generator, size, size.warmUp(), size.requests());
            var load = fanOut.load(hub(), hub().citizen(), size.warmUp());
            inquiries = load;
            report.add(fanOut.cost(before, load, control.measure(generator, size, 0, size.requests())));
        }
    }

    private void compare(Peer peer) throws IOException, InterruptedException {
        var load = inquiryLoad();
        try (var candidate =
                peer.start(folder, root.resolve("target/peers"), stubs).awaitReady()) {
            report.add(peer.compare(load, candidate, generator, size));
        }
    }

    private Load inquiryLoad() throws IOException {
        var load = inquiries;
        if (load == null) {
            throw new IOException("P1 was not measured, which this is compared with");
        }
        return load;
    }

    private void killed() throws IOException, InterruptedException {
        var citizen = hub().citizen();
        new Killed(stubs, generator)
                .kill(hub(), citizen, () -> {
                    var next = restarts.start(USUAL_HEAP, restarts.best());
                    hub = next;
                    return next;
                })
                .forEach(report::add);
    }

    /** The one that runs, started where none does. */
    private Hub hub() throws IOException, InterruptedException {
        var running = hub;
        if (running == null) {
            running = restarts.start(USUAL_HEAP, AotCache.OFF);
            hub = running;
            running.awaitReady();
        }
        return running;
    }

    private void stop() {
        var running = hub;
        if (running != null) {
            running.close();
        }
        hub = null;
    }

    /** In a database of its own, so that nothing else is measured among a million cases. */
    private void grown() throws IOException, InterruptedException, SQLException {
        var data = folder.resolve("grown");
        try (var large = Hub.start(root, data, stubs, USUAL_HEAP, port).awaitReady()) {
            report.add(new Growth(new CaseLife(stubs, generator, size)).measure(large));
        } finally {
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        }
    }

    /** In a database of its own, for it is filled with licences that nobody ever issued. */
    private void stocked() throws IOException, InterruptedException, SQLException {
        var data = folder.resolve("stocked");
        try (var large = Hub.start(root, data, stubs, USUAL_HEAP, port).awaitReady()) {
            new LicenceChecks(licences).measure(large).forEach(report::add);
        } finally {
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        }
    }

    /** In a database of its own, which it leaves a gigabyte larger. */
    private void handedIn() throws IOException, InterruptedException {
        handedIn(Goal.P14, folder.resolve("handed-in"), Map.of());
    }

    /** The gigabyte is in the bucket's folder then, beside the database. */
    private void handedInToABucket() throws IOException, InterruptedException {
        var data = folder.resolve("handed-in-s3");
        try (var bucket = Bucket.start(data.resolve("bucket"))) {
            handedIn(Goal.P14S3, data, bucket.settings(data));
        } finally {
            FileSystemUtils.deleteRecursively(data.resolve("bucket/objects"));
        }
    }

    private void handedIn(Goal goal, Path data, Map<String, String> more) throws IOException, InterruptedException {
        try (var small = Hub.start(root, data, stubs, SMALL_HEAP, port, AotCache.OFF, more)
                .awaitReady()) {
            report.add(new LargeMaterials(goal, small, small.citizen()).measure());
        } finally {
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        }
    }

    /** With the data directory there: what a start costs (P12), and what a small heap makes of the memory (P11). */
    private void restarted() throws InterruptedException {
        if (scenarios.wanted("P11", "P12")) {
            scenarios.measure(List.of(Goal.P12, Goal.P11), bound(2), () -> restarts.small()
                    .forEach(report::add));
            scenarios.measure(List.of(Goal.P12_AOT), bound(1), () -> report.add(restarts.cached()));
        }
    }
}
