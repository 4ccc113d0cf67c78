package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A process of the bench, ended by its own id; where {@code setpriv} is there, the kernel ends it when the bench dies. */
final class Child implements AutoCloseable {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    /** To the kernel, who starts a process is the thread, and it must live as long as the bench. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parent").daemon().factory());

    private static final int ENDS_WITHIN_SECONDS = 20;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(List<String> command, Map<String, String> settings, Path log) throws IOException {
        var words = new ArrayList<String>();
        if (java.nio.file.Files.isExecutable(SETPRIV)) {
            words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--"));
        }
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Child(started(builder));
    }

    private static Process started(ProcessBuilder builder) throws IOException {
        try {
            return CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return builder.start();
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                            },
                            PARENT)
                    .join();
        } catch (CompletionException failure) {
            throw new IOException(builder.command() + " cannot be started", failure.getCause());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asked to end, and not waited for. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
