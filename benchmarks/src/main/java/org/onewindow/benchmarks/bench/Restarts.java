package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.springframework.util.FileSystemUtils;

/** What a start costs (P12), and what a small heap makes of the memory (P11), with the data directory there. */
final class Restarts {

    private static final String SMALL_HEAP = "256m";
    private static final String USUAL_HEAP = "";

    private final Path root;
    private final Path folder;
    private final Stubs stubs;
    private final LoadGenerator generator;
    private final Size size;
    private final int port;
    private boolean recorded;

    Restarts(Path root, Path folder, Stubs stubs, LoadGenerator generator, Size size, int port) {
        this.root = root;
        this.folder = folder;
        this.stubs = stubs;
        this.generator = generator;
        this.size = size;
        this.port = port;
    }

    Hub start(String heap, AotCache cache) throws IOException {
        return Hub.start(root, folder.resolve("data"), stubs, heap, port, cache);
    }

    /** As docs/operations.md installs it: what is restarted later starts from this cache. */
    void record() throws IOException, InterruptedException {
        var data = folder.resolve("recorded");
        try (var trained = Hub.start(root, data, stubs, USUAL_HEAP, port, AotCache.RECORDED)) {
            inquire(trained.awaitReady());
            trained.endRecording();
            recorded = true;
        } finally {
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        }
    }

    /** The cache, where it was recorded. */
    AotCache best() {
        return recorded ? AotCache.USED : AotCache.OFF;
    }

    List<Finding> small() throws IOException, InterruptedException {
        try (var small = start(SMALL_HEAP, AotCache.OFF).awaitReady()) {
            return List.of(
                    firstReply(small, Goal.P12), new FanOut(stubs, generator, size).memory(small, small.citizen()));
        }
    }

    Finding cached() throws IOException, InterruptedException {
        if (!recorded) {
            throw new IOException("no AOT cache was recorded");
        }
        try (var cached = start(USUAL_HEAP, AotCache.USED).awaitReady()) {
            return firstReply(cached, Goal.P12_AOT);
        }
    }

    private Finding firstReply(Hub started, Goal goal) throws IOException, InterruptedException {
        boolean right = inquire(started);
        double cpu = started.cpuSeconds();
        double database = started.databaseCpuSeconds();
        return new Finding(
                goal, cpu + database, right, "hub %.1f s, PostgreSQL %.1f s of CPU".formatted(cpu, database));
    }

    private boolean inquire(Hub hub) throws IOException, InterruptedException {
        return generator
                        .closed(Targets.inquiry(port, "fan-out", hub.citizen()), 1, 1, size.atMost())
                        .bad()
                == 0;
    }
}
