package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The revision of files: SHA-256 over their names and bytes, the first 12 hex digits. */
final class Revision {

    private Revision() {}

    /** Over all files of a folder, whatever the machine's order. */
    static String of(Path folder) {
        return of(folder, List.of(folder));
    }

    /** Over these files and folders, named as seen from the root; what is not there counts as nothing. */
    static String of(Path root, List<Path> parts) {
        var digest = sha256();
        for (var file : files(parts)) {
            var name = root.relativize(file).toString().replace('\\', '/');
            var bytes = read(file);
            digest.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static List<Path> files(List<Path> parts) {
        var files = new ArrayList<Path>();
        for (var part : parts) {
            if (Files.exists(part)) {
                try (var found = Files.walk(part)) {
                    found.filter(Files::isRegularFile).forEach(files::add);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
