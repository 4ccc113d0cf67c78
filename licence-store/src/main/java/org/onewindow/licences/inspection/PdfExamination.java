package org.onewindow.licences.inspection;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Runs alone in a process: looks at every object of each PDF that is named to it, and says one word of it. */
final class PdfExamination {

    /** What an answer begins with. */
    static final String FOUND = "found ";

    static final String SOUND = "SOUND";
    static final int MOST_PAGES = 300;
    static final Duration LEAVES_AFTER = Duration.ofMinutes(2);

    private static final long MOST_PIXELS = 100_000_000;
    private static final int DEEPEST = 50;

    /** Entries that only active documents have. */
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "AA", "RichMedia", "XFA");

    /** Kinds of actions that do more than to turn pages and open links. */
    private static final Set<String> ACTIVE_ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "Movie",
            "Sound",
            "Rendition",
            "RichMediaExecute");

    private PdfExamination() {}

    /** A line in is a path, a line out what was found; the end of the input, or no question for a while, is the end. */
    public static void main(String[] none) throws IOException {
        var asked = new AtomicLong(System.nanoTime());
        Thread.ofPlatform().daemon().start(() -> leaveWhenNobodyAsks(asked));
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var path = questions.readLine(); path != null; path = questions.readLine()) {
            answers.println(FOUND + of(new File(path)));
            asked.set(System.nanoTime());
        }
    }

    private static void leaveWhenNobodyAsks(AtomicLong asked) {
        while (System.nanoTime() - asked.get() < LEAVES_AFTER.toNanos()) {
            LockSupport.parkNanos(LEAVES_AFTER.toNanos() / 10);
        }
        System.exit(0);
    }

    static String of(File file) {
        try (var pdf = Loader.loadPDF(file)) {
            return look(pdf);
        } catch (InvalidPasswordException locked) {
            return Refusal.ENCRYPTED.name();
        } catch (IOException | RuntimeException broken) {
            return Refusal.UNREADABLE.name();
        }
    }

    private static String look(PDDocument pdf) throws IOException {
        if (pdf.isEncrypted()) {
            return Refusal.ENCRYPTED.name();
        }
        if (pdf.getNumberOfPages() > MOST_PAGES) {
            return Refusal.TOO_MANY_PAGES.name();
        }
        var trap = trapIn(pdf.getDocument());
        return trap == null ? SOUND : trap.name();
    }

    private static @Nullable Refusal trapIn(COSDocument document) throws IOException {
        for (var key : document.getXrefTable().keySet()) {
            var trap = trapIn(document.getObjectFromPool(key).getObject(), 0);
            if (trap != null) {
                return trap;
            }
        }
        return trapIn(document.getTrailer(), 0);
    }

    /** Objects that others refer to come by themselves; only what stands inside is followed. */
    private static @Nullable Refusal trapIn(@Nullable COSBase object, int depth) {
        if (depth > DEEPEST) {
            return Refusal.UNREADABLE;
        }
        return switch (object) {
            case COSDictionary dictionary -> trapIn(dictionary, depth);
            case COSArray array -> firstTrap(array, depth);
            case null, default -> null;
        };
    }

    private static @Nullable Refusal firstTrap(Iterable<COSBase> inside, int depth) {
        for (var one : inside) {
            var trap = trapIn(one, depth + 1);
            if (trap != null) {
                return trap;
            }
        }
        return null;
    }

    private static @Nullable Refusal trapIn(COSDictionary dictionary, int depth) {
        if (dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_KEYS::contains)
                || ACTIVE_ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))) {
            return Refusal.ACTIVE_CONTENT;
        }
        boolean picture = COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE));
        long pixels = (long) dictionary.getInt(COSName.WIDTH, 0) * dictionary.getInt(COSName.HEIGHT, 0);
        if (picture && (pixels < 0 || pixels > MOST_PIXELS)) {
            return Refusal.TOO_MANY_PIXELS;
        }
        return firstTrap(dictionary.getValues(), depth);
    }
}
