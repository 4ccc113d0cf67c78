package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.benchmarks.work.Work;

/** The synthetic departments as a process. */
final class Stubs implements AutoCloseable {

    /** Never an answer. */
    static final int HANGS = -1;

    private final Child child;
    private final List<Integer> ports;

    private Stubs(Child child, List<Integer> ports) {
        this.child = child;
        this.ports = ports;
    }

    static Stubs start(Path folder) throws IOException, InterruptedException {
        var ports = new ArrayList<Integer>();
        for (int i = 0; i <= Work.DEPARTMENTS.size(); i++) {
            ports.add(Http.freePort());
        }
        var words = ports.stream().map(String::valueOf).toArray(String[]::new);
        var child = Jvm.start("org.onewindow.benchmarks.stub.StubDepartments", folder.resolve("stubs.log"), words);
        var stubs = new Stubs(child, ports);
        Jvm.await(child, () -> Http.answers(stubs.control(), "/count"));
        return stubs;
    }

    List<Integer> departments() {
        return ports.subList(0, Work.DEPARTMENTS.size());
    }

    private int control() {
        return ports.getLast();
    }

    /** Where each department is, as the tree's settings name it: {@code BENCH_NORTH} … */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (int i = 0; i < Work.DEPARTMENTS.size(); i++) {
            settings.put(
                    "BENCH_" + Work.DEPARTMENTS.get(i).toUpperCase(java.util.Locale.ROOT),
                    "http://127.0.0.1:" + ports.get(i));
        }
        return settings;
    }

    void latency(int millis) throws IOException, InterruptedException {
        for (var department : Work.DEPARTMENTS) {
            latency(department, millis);
        }
    }

    void latency(String department, int millis) throws IOException, InterruptedException {
        Http.text(control(), "PUT", "/latency?department=" + department + "&ms=" + millis, "");
    }

    /** How many effects the departments had so far. */
    int effects() throws IOException, InterruptedException {
        return Integer.parseInt(Http.text(control(), "GET", "/count", ""));
    }

    /** {@code department case key times}, one line an effect. */
    List<String> ledger() throws IOException, InterruptedException {
        return Http.text(control(), "GET", "/ledger", "").lines().toList();
    }

    double cpuSeconds() throws IOException {
        return Proc.cpuSeconds(child.pid());
    }

    @Override
    public void close() {
        child.close();
    }
}
