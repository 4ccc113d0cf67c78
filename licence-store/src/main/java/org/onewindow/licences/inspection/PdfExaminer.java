package org.onewindow.licences.inspection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A process with little memory that looks at PDFs, one after the other; it ends when a file is too much for it. Not for many threads. */
final class PdfExaminer implements AutoCloseable {

    private static final String HEAP = "-Xmx192m";
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private long lastAnswer = System.nanoTime();

    private PdfExaminer(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    static PdfExaminer start() throws IOException {
        return new PdfExaminer(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfExamination.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Whether it will still be there for a question. */
    boolean isThere() {
        return process.isAlive() && System.nanoTime() - lastAnswer < PdfExamination.LEAVES_AFTER.toNanos() / 2;
    }

    /** One word; null: the file was too much for it, and this process is of no more use. */
    @Nullable
    String ask(Path file) throws InterruptedException {
        var word = CompletableFuture.supplyAsync(() -> answer(file), Thread::startVirtualThread);
        try {
            var told = word.get(IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
            lastAnswer = System.nanoTime();
            return told;
        } catch (ExecutionException | TimeoutException tooMuch) {
            return null;
        }
    }

    /** Logs and last words of a JVM come between. */
    private @Nullable String answer(Path file) {
        try {
            questions.write(file.toAbsolutePath() + "\n");
            questions.flush();
            var line = answers.readLine();
            while (line != null && !line.startsWith(PdfExamination.FOUND)) {
                line = answers.readLine();
            }
            return line == null ? null : line.substring(PdfExamination.FOUND.length());
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
