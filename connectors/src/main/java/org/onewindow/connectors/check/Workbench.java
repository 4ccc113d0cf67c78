package org.onewindow.connectors.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Archive;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;

/**
 * A copy of one department's folder alone, as a tree of its own: what is wrong elsewhere does not matter here, and nothing of it
 * serves. For one thread.
 */
public final class Workbench implements AutoCloseable {

    private final Path root;
    private final Settings settings;
    private final Tools tools = new Tools();
    private Archive files = Archive.empty();
    private Configuration read = new Configuration.Broken(List.of());

    /**
     * An empty bench.
     *
     * @param root a folder of its own, which {@link #close} deletes
     */
    public Workbench(Path root, Settings settings) {
        this.root = root;
        this.settings = settings;
    }

    /** Lays this folder here in the place of the one before; only files that are not the same are written. */
    public void lay(Archive department) {
        var changes = files.changesTo(department);
        try {
            for (var change : changes.entrySet()) {
                if (change.getValue() == Archive.Change.REMOVED) {
                    Files.delete(root.resolve(change.getKey()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        department.part(changes::containsKey).unpack(root);
        files = department;
        read = Configuration.load(root, settings);
    }

    /** Everything that is wrong with the folder. */
    public List<Diagnostic> findings() {
        return switch (read) {
            case Configuration.Broken(var findings) -> findings;
            case Configuration.Loaded(var tree) ->
                tree.departments().values().stream()
                        .flatMap(department -> FolderCheck.of(root, department).stream())
                        .toList();
        };
    }

    /** How many samples there are; none where the folder itself is faulty. */
    public int samples() {
        return read instanceof Configuration.Loaded(var tree)
                ? tree.departments().values().stream()
                        .mapToInt(department -> samplesOf(department).size())
                        .sum()
                : 0;
    }

    /** Tries it; where the folder itself is faulty, what is wrong with that. Empty: there is no such operation or sample. */
    public Optional<Trial> trial(Trial.Wish wish) {
        return switch (read) {
            case Configuration.Broken(var findings) ->
                Optional.of(new Trial(wish.sample(), List.of(new Trial.Step(Trial.Part.MESSAGE, "", findings))));
            case Configuration.Loaded(var tree) ->
                tree.departments().values().stream().findFirst().flatMap(department -> trial(department, wish));
        };
    }

    private Optional<Trial> trial(Department department, Trial.Wish wish) {
        var operation = department.operations().get(wish.operation());
        var sample = wish.request() == null ? sample(department, wish) : null;
        return operation == null || (sample == null && wish.request() == null)
                ? Optional.empty()
                : Optional.of(new Tryout(root, department, operation, sample, tools).of(wish));
    }

    private static @Nullable Sample sample(Department department, Trial.Wish wish) {
        var ofOperation = samplesOf(department).stream()
                .filter(sample -> sample.isOf(wish.operation()))
                .toList();
        for (int i = 0; i < ofOperation.size(); i++) {
            var sample = ofOperation.get(i);
            if (wish.sample().equals(sample.name()) || wish.sample().equals(Integer.toString(i + 1))) {
                return sample;
            }
        }
        return null;
    }

    private static List<Sample> samplesOf(Department department) {
        try {
            return Sample.of(department);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
