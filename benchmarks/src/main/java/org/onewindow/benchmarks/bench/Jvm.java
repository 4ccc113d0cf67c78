package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bench's own classes as processes of their own. */
final class Jvm {

    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Jvm() {}

    static Child start(String main, Path log, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
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
