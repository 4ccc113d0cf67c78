package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The revision of files: SHA-256 over their names and bytes, the first 12 hex digits. */
final class Revision {

    private Revision() {}

    /** Over all files of a folder, whatever the machine's order. */
    static String of(Path folder) {
        return of(folder, TreeReader.WHOLE);
    }

    /** Over these files and folders of the root; what is not there counts as nothing. */
    static String of(Path root, Collection<String> parts) {
        var files = new TreeMap<String, byte[]>();
        names(root, parts).forEach(name -> files.put(name, read(root.resolve(name))));
        return of(files);
    }

    /** Over files by their names. */
    static String of(SequencedMap<String, byte[]> files) {
        var digest = sha256();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            digest.update((file.getKey() + "\0" + file.getValue().length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** The files under these parts of the root, as seen from it, with slashes; what begins with a dot belongs to the machine. */
    static SortedSet<String> names(Path root, Collection<String> parts) {
        var names = new TreeSet<String>();
        for (var part : parts) {
            var path = root.resolve(part);
            if (Files.exists(path)) {
                try (var found = Files.walk(path)) {
                    found.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.startsWith(".") && !name.contains("/."))
                            .forEach(names::add);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
        return names;
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
