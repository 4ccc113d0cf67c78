package org.onewindow.hub.command.department;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.check.Trial;

/** A copy of one department's folder alone, as a tree of its own: what is wrong elsewhere does not matter here. */
final class Workbench implements AutoCloseable {

    private final Path root;
    private final Configuration read;

    private Workbench(Path root, Configuration read) {
        this.root = root;
        this.read = read;
    }

    static Workbench of(Folder folder, Map<String, String> env) {
        try {
            var root = Files.createTempDirectory("hub-department");
            folder.files().unpack(root);
            var settings = Settings.of(env).completedIn(Folder.root(env));
            return new Workbench(root, Configuration.load(root, settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything that is wrong with the folder. */
    List<Diagnostic> findings() {
        return switch (read) {
            case Configuration.Broken(var findings) -> findings;
            case Configuration.Loaded(var tree) ->
                Connectors.check(root, tree.departments().values());
        };
    }

    /** One sample of an operation; where the folder itself is faulty, what is wrong with that. Empty: there is no such sample. */
    Optional<Trial> trial(String operation, int number) {
        return switch (read) {
            case Configuration.Broken(var findings) -> Optional.of(new Trial(operation, "", findings));
            case Configuration.Loaded(var tree) ->
                tree.departments().values().stream()
                        .findFirst()
                        .flatMap(department -> Trial.of(root, department, operation, number));
        };
    }

    /** How many samples there are. */
    int samples() {
        return read instanceof Configuration.Loaded(var tree)
                ? tree.departments().values().stream()
                        .mapToInt(Workbench::samplesOf)
                        .sum()
                : 0;
    }

    private static int samplesOf(Department department) {
        var samples = department.folder().resolve("samples");
        if (!Files.isDirectory(samples)) {
            return 0;
        }
        try (var folders = Files.list(samples)) {
            return (int) folders.filter(Files::isDirectory).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
