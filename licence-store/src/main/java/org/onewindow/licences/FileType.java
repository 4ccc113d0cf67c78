package org.onewindow.licences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The kinds of files that may be handed in, told by their bytes. */
enum FileType {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a"),
    /** Open Fixed-layout Document (GB/T 33190): a zip with OFD.xml in it. */
    OFD("application/ofd", "504b0304");

    private static final int LONGEST = 8;

    final String contentType;
    private final String beginningInHex;

    FileType(String contentType, String beginningInHex) {
        this.contentType = contentType;
        this.beginningInHex = beginningInHex;
    }

    /** The type of this file; the zip's directory is read, nothing is unpacked. */
    static Optional<FileType> of(Path file) throws IOException {
        String head;
        try (var in = Files.newInputStream(file)) {
            head = HexFormat.of().formatHex(in.readNBytes(LONGEST));
        }
        for (var type : values()) {
            if (head.startsWith(type.beginningInHex)) {
                return type == OFD && !isOfd(file) ? Optional.empty() : Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static boolean isOfd(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("OFD.xml") != null;
        } catch (ZipException broken) {
            return false;
        }
    }
}
