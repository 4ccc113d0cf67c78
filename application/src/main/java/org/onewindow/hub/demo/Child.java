package org.onewindow.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that the demo started and ends again, by its own id; its output goes to a file. */
final class Child implements AutoCloseable {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    /** A hub that records writes the AOT cache when it ends, which is half a minute's work. */
    private static final Duration RECORDS_WITHIN = Duration.ofMinutes(3);

    private static final int LAST_LINES = 15;

    private final Process process;
    private final Path log;
    private final Duration endsWithin;

    private Child(Process process, Path log, Duration endsWithin) {
        this.process = process;
        this.log = log;
        this.endsWithin = endsWithin;
    }

    /** Starts {@code ./hub} with these words. Where {@code setpriv} is there, the kernel ends the child when the demo is killed. */
    static Child start(Path launcher, List<String> words, Map<String, String> settings, Path log) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            command.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "TERM", "--"));
        }
        command.add(launcher.toString());
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        builder.environment().put("HUB_BUILD", "never");
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        boolean records = "record".equals(builder.environment().get("HUB_AOT"));
        return new Child(builder.start(), log, records ? RECORDS_WITHIN : ENDS_WITHIN);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void await() throws InterruptedException {
        process.waitFor();
    }

    List<String> lastLines() throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /** At once and without a word, as {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(endsWithin)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
