package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.onewindow.benchmarks.bench.Candidate.Load;

/** The yard-stick; its CPU a request is measured before and after a candidate. */
final class Control {

    private static final double STEADY = 0.2;

    private Control() {}

    static Candidate start(Path folder, Stubs stubs) throws IOException, InterruptedException {
        return Jvm.candidate("org.onewindow.benchmarks.control.ControlHub", folder.resolve("control.log"), stubs)
                .awaitReady();
    }

    static boolean stoodStill(Load before, Load after) {
        double low = Math.min(before.microsOfCpu(), after.microsOfCpu());
        return Math.abs(before.microsOfCpu() - after.microsOfCpu()) <= STEADY * low;
    }
}
