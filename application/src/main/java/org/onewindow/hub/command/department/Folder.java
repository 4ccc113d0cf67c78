package org.onewindow.hub.command.department;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.onewindow.config.Archive;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;

/**
 * A department's folder on this machine.
 *
 * @param id the name of the folder
 */
record Folder(String id, Path path) {

    /** By the department's id in the configuration's folder, or by the folder itself wherever it lies. */
    static Folder of(String idOrFolder, Console console) {
        var named = Path.of(idOrFolder);
        var path = Files.isRegularFile(named.resolve("department.yaml"))
                ? named
                : root(System.getenv()).resolve("departments").resolve(idOrFolder);
        if (!Files.isDirectory(path)) {
            throw new BadInput(console.texts().say("no-department-folder", idOrFolder, path));
        }
        return new Folder(String.valueOf(path.toAbsolutePath().normalize().getFileName()), path);
    }

    static Path root(Map<String, String> env) {
        return Path.of(env.getOrDefault("HUB_CONFIG", "config"));
    }

    /** When a file of it was changed last. */
    FileTime changedAt() {
        try (var files = Files.walk(path)) {
            var newest = FileTime.fromMillis(0);
            for (var file : files.toList()) {
                var at = Files.getLastModifiedTime(file);
                newest = at.compareTo(newest) > 0 ? at : newest;
            }
            return newest;
        } catch (NoSuchFileException | UncheckedIOException beingSaved) {
            return FileTime.fromMillis(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its files as a part of a tree. */
    Archive files() {
        try {
            return Archive.ofDepartment(id, path);
        } catch (Archive.Unfit unfit) {
            throw new BadInput(String.valueOf(unfit.getMessage()));
        }
    }

    /** The whole tree on this machine. */
    static Archive tree(Path root, Console console) {
        if (!Files.isDirectory(root.resolve("departments"))) {
            throw new BadInput(console.texts().say("no-folder", root));
        }
        try {
            return Archive.of(root);
        } catch (Archive.Unfit unfit) {
            throw new BadInput(String.valueOf(unfit.getMessage()));
        }
    }
}
