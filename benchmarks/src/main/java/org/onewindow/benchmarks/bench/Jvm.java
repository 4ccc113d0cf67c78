package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bench's own classes as processes of their own, with heap and collector of {@code ./hub run}. */
final class Jvm {

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Jvm() {}

    /** One that answers inquiries: its own port, then those of the departments. Started, and not waited for. */
    static Candidate candidate(String main, Path log, Stubs stubs) throws IOException {
        int port = Http.freePort();
        var words = new ArrayList<String>();
        words.add(Integer.toString(port));
        stubs.departments().forEach(one -> words.add(Integer.toString(one)));
        return new Candidate(start(main, log, words.toArray(String[]::new)), port);
    }

    static Child start(String main, Path log, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        words.addAll(List.of(arguments));
        return Child.start(words, Map.of(), log);
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void await(Child child, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + UP_WITHIN.toNanos();
        while (!condition.holds()) {
            if (!child.isAlive() || System.nanoTime() > end) {
                throw new IOException("process " + child.pid() + " did not come up; see the logs of the bench");
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
