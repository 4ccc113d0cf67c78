package org.onewindow.connectors.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.onewindow.config.Configuration;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;
import org.onewindow.connectors.check.FolderCheck;

/** Writes a draft, checks it as the hub would, and moves it into its place: whole or not at all. */
public final class DraftedFolder implements AutoCloseable {

    private final String id;
    private final Path scratch;
    private final Path folder;

    private DraftedFolder(String id, Path scratch) {
        this.id = id;
        this.scratch = scratch;
        this.folder = scratch.resolve("departments").resolve(id);
    }

    /**
     * Writes the draft beside its place.
     *
     * @param departments the folder it will stand in
     * @param source the folder of the contract's original
     */
    public static DraftedFolder write(DepartmentDraft draft, Path departments, Path source) {
        try {
            Files.createDirectories(departments);
            var written = new DraftedFolder(draft.wish().id(), Files.createTempDirectory(departments, ".draft-"));
            written.fill(draft, source);
            return written;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(DepartmentDraft draft, Path source) throws IOException {
        Originals.copy(folder, draft.originals(), source);
        for (var file : draft.files().entrySet()) {
            var target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.getValue());
        }
    }

    public Path folder() {
        return folder;
    }

    /** Everything that the hub would find wrong with the folder. */
    public List<Diagnostic> check() {
        var read = Configuration.load(scratch, Settings.of(Map.of("HUB_FILES", scratch.toString())));
        return switch (read) {
            case Configuration.Broken(var faults) -> faults;
            case Configuration.Loaded(var tree) ->
                tree.departments().values().stream()
                        .flatMap(department -> FolderCheck.of(scratch, department).stream())
                        .toList();
        };
    }

    /**
     * Moves the folder to its place.
     *
     * @return false: something is there already, and stays
     */
    public boolean moveTo(Path departments) {
        var place = departments.resolve(id);
        if (Files.exists(place)) {
            return false;
        }
        try {
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
