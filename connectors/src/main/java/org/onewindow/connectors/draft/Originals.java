package org.onewindow.connectors.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The files that a department handed over. */
final class Originals {

    private Originals() {}

    /** Copies a contract as it was handed over, and notes what it was. */
    static void copy(Path folder, List<String> originals, Path source) throws IOException {
        var sums = new StringBuilder();
        for (var original : originals) {
            var target = folder.resolve("contract").resolve(original);
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(source.resolve(original), target);
            sums.append(sha256(Files.readAllBytes(target)) + "  " + original + "\n");
        }
        Files.writeString(folder.resolve("contract/SHA256SUMS"), sums.toString());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
