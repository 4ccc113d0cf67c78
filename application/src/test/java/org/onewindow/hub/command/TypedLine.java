package org.onewindow.hub.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Types the lines of a page in the root of the checkout, on a copy of its configuration tree. */
final class TypedLine {

    private static final Path ROOT = Path.of("..");

    private final Path tree;

    TypedLine(Path tree) {
        this.tree = tree;
    }

    /** The exit code, and everything it said. */
    record Told(int code, String out) {}

    static TypedLine onCopyOfTheTree(Path folder) throws IOException {
        var config = ROOT.resolve("config");
        try (Stream<Path> files = Files.walk(config)) {
            for (var file : files.toList()) {
                var inside = config.relativize(file);
                if (!inside.startsWith("src") && !inside.startsWith("target")) {
                    var copy = folder.resolve(inside.toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
        }
        return new TypedLine(folder);
    }

    Told type(String line) throws IOException, InterruptedException {
        return line.startsWith("./hub ") ? hub(line.substring("./hub ".length())) : shell(line);
    }

    private Told hub(String line) {
        var words = new ArrayList<>(List.of(line.replaceAll(" \\|\\| true$", "").split(" ")));
        words.replaceAll(word -> word.startsWith("docs/") ? ROOT.resolve(word).toString() : word);
        if (words.getFirst().equals("validate")) {
            words.add(tree.toString());
        } else if (words.subList(0, 2).equals(List.of("department", "test"))) {
            words.set(2, tree.resolve("departments").resolve(words.get(2)).toString());
        } else if (words.getFirst().equals("department")) {
            words.addAll(List.of("--to", tree.toString()));
        }
        var out = new StringWriter();
        int code = Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(out));
        return new Told(line.endsWith("|| true") ? 0 : code, out.toString());
    }

    private Told shell(String line) throws IOException, InterruptedException {
        var here = line.replaceAll("(?<=\\s)config/", tree.toAbsolutePath() + "/");
        var process = new ProcessBuilder("bash", "-c", here)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), out);
    }
}
