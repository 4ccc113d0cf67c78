package org.onewindow.connectors.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.connectors.http.Sha256;

/** What something is made of: files of a folder, by their names in it. */
record SourceFiles(Path folder, Set<String> names) {

    private static final Pattern TAKES_IN =
            Pattern.compile("<(?:\\w+:)?(?:import|include)\\b[^>]*?href\\s*=\\s*[\"']([\\w./-]+)[\"']");

    static SourceFiles all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new SourceFiles(folder, Set.of());
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return new SourceFiles(
                    folder,
                    found.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file, and what a style sheet takes in; what is not there is not among them. */
    static SourceFiles of(Path folder, String file) {
        var files = new SourceFiles(folder, new TreeSet<>());
        files.gather(file);
        return files;
    }

    private void gather(String file) {
        var path = folder.resolve(file).normalize();
        if (Files.isRegularFile(path) && names.add(folder.relativize(path).toString())) {
            TAKES_IN.matcher(new String(bytes(path), UTF_8)).results().forEach(one -> gather(one.group(1)));
        }
    }

    /** SHA-256 over names and bytes. */
    String hash() {
        var digest = Sha256.digest();
        for (var name : names) {
            var bytes = bytes(folder.resolve(name));
            digest.update((name + "\0" + bytes.length + "\0").getBytes(UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
