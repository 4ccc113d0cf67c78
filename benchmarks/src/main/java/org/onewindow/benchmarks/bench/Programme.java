package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.onewindow.benchmarks.load.LoadGenerator;

/** What is measured, in which order: the warm hub first, then what kills and restarts it. */
record Programme(
        Path root, Path folder, Stubs stubs, LoadGenerator generator, Size size, Set<String> only, Report report) {

    void run() throws IOException, InterruptedException {
        try (var hub = Hub.start(root, folder.resolve("data"), stubs, "").awaitReady()) {
            if (wanted("P1") || wanted("P3")) {
                fanOut(hub);
            }
        }
    }

    private boolean wanted(String goal) {
        return only.isEmpty() || only.contains(goal);
    }

    private void fanOut(Hub hub) throws IOException, InterruptedException {
        var citizen = hub.citizen();
        var fanOut = new FanOut(stubs, generator, size);
        try (var control = Control.start(folder, stubs)) {
            var before = control.measure(generator, size, Size.FULL.warmUp());
            var load = fanOut.load(hub, citizen, size.warmUp());
            var after = control.measure(generator, size, 0);
            report.add(fanOut.cost(before, load, after));
            if (wanted("P3")) {
                fanOut.slow(hub, citizen, load.measured().perSecond()).forEach(report::add);
            }
        }
    }
}
