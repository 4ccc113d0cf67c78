package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.onewindow.benchmarks.load.LoadGenerator;

/** What is measured, in which order: the warm hub first, then what kills and restarts it. */
final class Programme {

    private static final String SMALL_HEAP = "256m";
    private static final String USUAL_HEAP = "";

    private final Path root;
    private final Path folder;
    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Size size;
    private final Set<String> only;
    private final Report report;
    private final int port;

    Programme(Path root, Path folder, Stubs stubs, LoadGenerator generator, Size size, Set<String> only, Report report)
            throws IOException {
        this.root = root;
        this.folder = folder;
        this.stubs = stubs;
        this.generator = generator;
        this.size = size;
        this.only = only;
        this.report = report;
        this.port = Http.freePort();
    }

    void run() throws IOException, InterruptedException {
        var hub = start(USUAL_HEAP).awaitReady();
        try {
            var citizen = hub.citizen();
            fanOut(hub, citizen);
            latency(hub, citizen);
            cases(hub, citizen);
            if (wanted("P8")) {
                var after = new Killed(stubs, generator).kill(hub, citizen, () -> start(USUAL_HEAP));
                hub = after.hub();
                after.findings().forEach(report::add);
            }
        } finally {
            hub.close();
        }
        restarted();
    }

    private boolean wanted(String... goals) {
        return only.isEmpty() || Set.of(goals).stream().anyMatch(only::contains);
    }

    private Hub start(String heap) throws IOException {
        return Hub.start(root, folder.resolve("data"), stubs, heap, port);
    }

    private void fanOut(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        if (!wanted("P1", "P3")) {
            return;
        }
        var fanOut = new FanOut(stubs, generator, size);
        try (var control = Control.start(folder, stubs)) {
            var before = control.measure(generator, size, size.warmUp());
            var load = fanOut.load(hub, citizen, size.warmUp());
            report.add(fanOut.cost(before, load, control.measure(generator, size, 0)));
            if (wanted("P3")) {
                fanOut.slow(hub, citizen, load.measured().perSecond()).forEach(report::add);
            }
        }
    }

    private void latency(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        var latency = new Latency(stubs, generator, size);
        if (wanted("P4")) {
            report.add(latency.added(hub, citizen));
        }
        if (wanted("P5")) {
            report.add(latency.oneHangs(hub, citizen));
        }
    }

    private void cases(Hub hub, Map<String, String> citizen) throws IOException, InterruptedException {
        var life = new CaseLife(stubs, generator, size);
        if (wanted("P6")) {
            life.intake(hub, citizen).forEach(report::add);
        }
        if (wanted("P7")) {
            report.add(life.whole(hub, citizen));
        }
    }

    /** With the data directory there: what a start costs (P12), and what a small heap makes of the memory (P11). */
    private void restarted() throws IOException, InterruptedException {
        if (!wanted("P11", "P12")) {
            return;
        }
        try (var hub = start(SMALL_HEAP).awaitReady()) {
            var citizen = hub.citizen();
            var first = generator.closed(Targets.inquiry(port, "fan-out", citizen), 1, 1, size.atMost());
            double cpu = hub.cpuSeconds();
            double database = hub.databaseCpuSeconds();
            var note = "hub %.1f s, PostgreSQL %.1f s of CPU".formatted(cpu, database);
            report.add(new Finding(Goal.P12, cpu + database, first.bad() == 0, note));
            if (wanted("P11")) {
                report.add(new FanOut(stubs, generator, size).memory(hub, citizen));
            }
        }
    }
}
