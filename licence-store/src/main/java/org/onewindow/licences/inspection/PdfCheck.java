package org.onewindow.licences.inspection;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Has a PDF examined in a process of its own, with little memory and time: whatever a hostile file does to a parser, it does it
 * there.
 */
final class PdfCheck {

    private static final int AT_ONCE = 2;
    private static final String HEAP = "-Xmx192m";
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 200;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Optional<Finding.Refused> objection(Path file) throws IOException {
        try {
            places.acquire();
            try {
                return answer(file);
            } finally {
                places.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the hub is stopping", stopping);
        }
    }

    private static Optional<Finding.Refused> answer(Path file) throws IOException, InterruptedException {
        var child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfExamination.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
        try {
            child.getOutputStream().close();
            if (!child.waitFor(IN_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                return unreadable("it could not be read in " + IN_TIME.toSeconds() + " s");
            }
            var words =
                    new String(child.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).strip();
            return child.exitValue() == 0 ? understood(words) : unreadable("it cannot be read");
        } finally {
            child.destroyForcibly();
        }
    }

    private static Optional<Finding.Refused> understood(String words) {
        if (words.equals(PdfExamination.SOUND)) {
            return Optional.empty();
        }
        try {
            var reason = Refusal.valueOf(words);
            return Optional.of(new Finding.Refused(reason, why(reason)));
        } catch (IllegalArgumentException other) {
            return unreadable("it cannot be read");
        }
    }

    private static String why(Refusal reason) {
        return switch (reason) {
            case ACTIVE_CONTENT -> "the PDF runs scripts, starts programs or carries files";
            case ENCRYPTED -> "the PDF asks for a password, or is protected by one";
            case TOO_MANY_PAGES -> "the PDF has more than " + PdfExamination.MOST_PAGES + " pages";
            case TOO_MANY_PIXELS -> "a picture in the PDF has too many pixels";
            default -> "the PDF cannot be read";
        };
    }

    private static Optional<Finding.Refused> unreadable(String why) {
        return Optional.of(new Finding.Refused(Refusal.UNREADABLE, why));
    }
}
