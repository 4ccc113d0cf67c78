package org.onewindow.licences.inspection;

import java.io.File;
import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Runs alone in a process: looks at every object of one PDF and prints one word. */
final class PdfExamination {

    static final String SOUND = "SOUND";
    static final int MOST_PAGES = 300;

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

    public static void main(String[] file) {
        System.out.println(of(new File(file[0])));
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
