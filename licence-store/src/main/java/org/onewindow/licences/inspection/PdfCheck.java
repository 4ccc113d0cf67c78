package org.onewindow.licences.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Has PDFs examined in processes of their own, with little memory and time: whatever a hostile file does to a parser, it does it
 * there.
 */
final class PdfCheck implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ConcurrentLinkedQueue<PdfExaminer> idle = new ConcurrentLinkedQueue<>();

    Optional<Finding.Refused> objection(Path file) throws IOException {
        try {
            places.acquire();
            try {
                return understood(word(file));
            } finally {
                places.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the hub is stopping", stopping);
        }
    }

    private @Nullable String word(Path file) throws IOException, InterruptedException {
        var examiner = examiner();
        var word = examiner.ask(file);
        if (word == null) {
            examiner.close();
        } else {
            idle.add(examiner);
        }
        return word;
    }

    private PdfExaminer examiner() throws IOException {
        for (var one = idle.poll(); one != null; one = idle.poll()) {
            if (one.isThere()) {
                return one;
            }
            one.close();
        }
        return PdfExaminer.start();
    }

    private static Optional<Finding.Refused> understood(@Nullable String word) {
        if (PdfExamination.SOUND.equals(word)) {
            return Optional.empty();
        }
        var reason = word == null ? Refusal.UNREADABLE : Refusal.valueOf(word);
        return Optional.of(new Finding.Refused(reason, why(reason)));
    }

    private static String why(Refusal reason) {
        return switch (reason) {
            case ACTIVE_CONTENT -> "the PDF runs scripts, starts programs or carries files";
            case ENCRYPTED -> "the PDF asks for a password, or is protected by one";
            case TOO_MANY_PAGES -> "the PDF has more than " + PdfExamination.MOST_PAGES + " pages";
            case TOO_MANY_PIXELS -> "a picture in the PDF has too many pixels";
            default -> "the PDF cannot be read to its end";
        };
    }

    @Override
    public void close() {
        idle.forEach(PdfExaminer::close);
    }
}
