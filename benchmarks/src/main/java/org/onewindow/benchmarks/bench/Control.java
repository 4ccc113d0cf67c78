package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.benchmarks.load.Measured;

/** The yard-stick as a process; its CPU a request is measured before and after a candidate. */
final class Control implements AutoCloseable {

    private static final double STEADY = 0.2;

    private final Child child;
    private final int port;

    private Control(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    static Control start(Path folder, Stubs stubs) throws IOException, InterruptedException {
        int port = Http.freePort();
        var words = new ArrayList<String>();
        words.add(Integer.toString(port));
        stubs.departments().forEach(one -> words.add(Integer.toString(one)));
        var child = Jvm.start(
                "org.onewindow.benchmarks.control.ControlHub",
                folder.resolve("control.log"),
                words.toArray(String[]::new));
        Jvm.await(child, () -> {
            try {
                Http.send(port, "POST", "/", "{}");
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
        return new Control(child, port);
    }

    int port() {
        return port;
    }

    Load measure(LoadGenerator generator, Size size, long warmUp) throws IOException {
        var target = Targets.inquiry(port, "fan-out", Map.of());
        generator.closed(target, FanOut.USERS, warmUp, size.atMost());
        double before = Proc.cpuSeconds(child.pid());
        var measured = generator.closed(target, FanOut.USERS, size.requests(), size.atMost());
        return new Load(measured, Proc.cpuSeconds(child.pid()) - before, 0);
    }

    static boolean stoodStill(Load before, Load after) {
        double low = Math.min(before.microsOfCpu(), after.microsOfCpu());
        return Math.abs(before.microsOfCpu() - after.microsOfCpu()) <= STEADY * low;
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
