package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.util.Map;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.load.Measured;

/** A process that answers inquiries as the hub does, and what an answer costs it. */
record Candidate(Child child, int port) implements AutoCloseable {

    /** Waits until it answers anything at all. */
    Candidate awaitReady() throws IOException, InterruptedException {
        Jvm.await(child, () -> Http.listens(port));
        return this;
    }

    Load measure(LoadGenerator generator, Size size, long warmUp, long requests) throws IOException {
        var target = Targets.inquiry(port, "fan-out", Map.of());
        generator.closed(target, FanOut.USERS, warmUp, size.atMost());
        double before = Proc.cpuSeconds(child.pid());
        var measured = generator.closed(target, FanOut.USERS, requests, size.atMost());
        return new Load(measured, Proc.cpuSeconds(child.pid()) - before, 0);
    }

    /** A load, and what it cost the candidate and its database. */
    record Load(Measured measured, double cpuSeconds, double databaseSeconds) {

        double microsOfCpu() {
            return cpuSeconds * 1e6 / measured.requests();
        }

        double microsOfDatabase() {
            return databaseSeconds * 1e6 / measured.requests();
        }

        boolean right() {
            return measured.requests() > 0 && measured.bad() == 0 && measured.wrong() == 0;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
