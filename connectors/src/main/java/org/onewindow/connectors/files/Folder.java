package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder below {@code HUB_FILES} that a department shares with the hub.
 *
 * <p>The hub never makes it: what is not mounted must not be mistaken for an empty one. Below it the hub makes its own.
 */
public record Folder(Path root, String below) {

    /** The folder, looked at anew: it is there, and no link leads to it. */
    public Path open() throws IOException {
        var here = root.toRealPath();
        var wanted = here.resolve(below);
        if (!wanted.toRealPath().equals(wanted)) {
            throw new NotDirectoryException(below);
        }
        return mustBeFolder(wanted);
    }

    /** One of the hub's own in it, made where it is missing. */
    static Path own(Path folder, String name) throws IOException {
        var own = folder.resolve(name);
        try {
            Files.createDirectory(own);
        } catch (FileAlreadyExistsException there) {
            return mustBeFolder(own);
        }
        return own;
    }

    private static Path mustBeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(String.valueOf(folder.getFileName()));
        }
        return folder;
    }

    /** Whole or not at all, and still so after a loss of power; a {@link NoSuchFileException} says that somebody else was faster. */
    static void move(Path file, Path folder, String name) throws IOException {
        Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    private static void sync(Path folder) throws IOException {
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }
}
