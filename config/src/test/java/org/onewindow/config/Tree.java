package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A copy of a small tree in which nothing is wrong, to break it; a ¦ in what is written marks where the fault should be found. */
final class Tree {

    private static final Path GOOD = Path.of("src/test/resources/org/onewindow/config/tree");
    private static final String MARK = "¦";

    private final Path root;
    private final List<String> marked = new ArrayList<>();

    private Tree(Path root) {
        this.root = root;
    }

    static Tree in(Path empty) {
        try (var files = Files.walk(GOOD)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = empty.resolve(GOOD.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return new Tree(empty);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path root() {
        return root;
    }

    Tree change(String file, String old, String text) {
        var before = read(file);
        if (!before.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        return write(file, before.replace(old, text));
    }

    Tree write(String file, String text) {
        int mark = text.indexOf(MARK);
        if (mark >= 0) {
            var before = text.substring(0, mark);
            int lineStart = before.lastIndexOf('\n') + 1;
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            marked.add(file + ":" + line + ":" + (before.codePointCount(lineStart, mark) + 1));
        }
        return write(file, text.replace(MARK, "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Tree write(String file, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.write(root.resolve(file), bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Tree remove(String file) {
        try {
            Files.delete(root.resolve(file));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The one place that was marked. */
    String marked() {
        return marked.getFirst();
    }

    Configuration load(Map<String, String> settings) {
        return Configuration.load(root, Settings.of(settings));
    }

    List<Diagnostic> diagnostics() {
        return switch (load(Map.of())) {
            case Configuration.Loaded _ -> List.of();
            case Configuration.Broken(var diagnostics) -> diagnostics;
        };
    }

    /** The first lines of the diagnostics, in English. */
    List<String> faults() {
        return diagnostics().stream()
                .map(diagnostic ->
                        diagnostic.in(Locale.ENGLISH).lines().findFirst().orElseThrow())
                .toList();
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
