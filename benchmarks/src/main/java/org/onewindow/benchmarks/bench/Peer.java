package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.benchmarks.bench.Candidate.Load;
import org.onewindow.benchmarks.load.LoadGenerator;

/** Who is measured beside the hub (P2). */
enum Peer {
    CAMEL(Goal.P2_CAMEL) {
        @Override
        Candidate start(Path folder, Path cache, Stubs stubs) throws IOException {
            return Jvm.candidate("org.onewindow.benchmarks.peer.CamelPeer", folder.resolve("peer-camel.log"), stubs);
        }
    },
    SPRING(Goal.P2_SPRING) {
        @Override
        Candidate start(Path folder, Path cache, Stubs stubs) throws IOException {
            return Jvm.candidate("org.onewindow.benchmarks.peer.SpringPeer", folder.resolve("peer-spring.log"), stubs);
        }
    },
    NODE(Goal.P2_NODE) {
        @Override
        Candidate start(Path folder, Path cache, Stubs stubs) throws IOException, InterruptedException {
            return NodeRed.start(folder, cache, stubs);
        }

        @Override
        Size fitting(Size size) {
            return size.dividedBy(4);
        }
    };

    private final Goal goal;

    Peer(Goal goal) {
        this.goal = goal;
    }

    List<Goal> goals() {
        return List.of(goal);
    }

    /**
     * Started, and not waited for.
     *
     * @param cache where what is installed is kept from run to run
     */
    abstract Candidate start(Path folder, Path cache, Stubs stubs) throws IOException, InterruptedException;

    /** One that is ten times slower is measured by fewer requests. */
    Size fitting(Size size) {
        return size;
    }

    Finding compare(Load hub, Candidate peer, LoadGenerator generator, Size size) throws IOException {
        var fitting = fitting(size);
        var load = peer.measure(generator, fitting, fitting.warmUp(), fitting.requests());
        return new Finding(
                goal,
                hub.microsOfCpu() / load.microsOfCpu(),
                hub.right() && load.right(),
                "hub %.0f µs a request, peer %.0f µs: %s"
                        .formatted(hub.microsOfCpu(), load.microsOfCpu(), FanOut.words(load.measured())));
    }
}
