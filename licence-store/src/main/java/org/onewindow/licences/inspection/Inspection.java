package org.onewindow.licences.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Looks at a file before it may be kept: what it really is, whether it is a trap, and what the scanner says; nothing is unpacked
 * to disk. The file has passed the bound of its size already.
 */
public final class Inspection implements AutoCloseable {

    private static final String ZIP = "application/zip";

    private final PdfCheck pdfs;
    private final Optional<VirusScanner> scanner;

    /**
     * With this scanner.
     *
     * @param scanner empty: the house has none, and viruses are not looked for
     */
    public Inspection(Optional<VirusScanner> scanner) {
        this.pdfs = new PdfCheck();
        this.scanner = scanner;
    }

    /**
     * What there is to say of the file.
     *
     * @param declared the content type that its sender gave it
     * @throws IOException where the file itself cannot be read
     */
    public Finding of(Path file, String declared) throws IOException {
        var kind = kind(file);
        if (kind.isEmpty()) {
            return new Finding.Refused(Refusal.TYPE_NOT_ACCEPTED, "only PDF, JPEG, PNG and OFD are taken");
        }
        if (!kind.get().contentType.equals(declared)) {
            return new Finding.Refused(
                    Refusal.TYPE_NOT_AS_DECLARED, "it is " + kind.get().contentType + ", not what it was called");
        }
        var trap = trap(file, kind.get());
        return trap.isPresent() ? trap.get() : scanned(file, kind.get());
    }

    /** Read when the first file comes: it knows more than a thousand types. */
    private static final class Types {
        static final Tika TIKA = new Tika();
    }

    private Optional<Kind> kind(Path file) throws IOException {
        String type;
        try (var in = Files.newInputStream(file)) {
            type = Types.TIKA.detect(in);
        }
        if (type.equals(ZIP)) {
            return ContainerCheck.hasOfdRoot(file) ? Optional.of(Kind.OFD) : Optional.empty();
        }
        return Kind.of(type);
    }

    private Optional<Finding.Refused> trap(Path file, Kind kind) throws IOException {
        return switch (kind) {
            case PDF -> pdfs.objection(file);
            case JPEG, PNG -> PictureCheck.objection(file);
            case OFD -> ContainerCheck.objection(file);
        };
    }

    private Finding scanned(Path file, Kind kind) throws IOException {
        if (scanner.isEmpty()) {
            return new Finding.Sound(kind.contentType);
        }
        return switch (scanner.get().scan(file)) {
            case VirusScanner.Result.Clean _ -> new Finding.Sound(kind.contentType);
            case VirusScanner.Result.Infected _ -> new Finding.Refused(Refusal.INFECTED, "the virus scanner knows it");
            case VirusScanner.Result.Away away -> new Finding.ScannerAway(away.why());
        };
    }

    @Override
    public void close() {
        pdfs.close();
    }
}
