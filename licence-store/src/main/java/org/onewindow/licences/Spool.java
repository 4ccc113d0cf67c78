package org.onewindow.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where bytes wait while they are looked at: plain files of this node's own that only its user may read, gone when that is over. What a
 * killed node has left is deleted at its next start.
 */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;

    /** Only one node at a time has this folder. */
    Spool(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.list(folder)) {
            left.forEach(Spool::delete);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("files of uploads in " + folder + " cannot be cleared away", unreadable);
        }
    }

    /** Whatever it was: nothing here is worth keeping. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn(
                    "a file of an upload could not be deleted: {}",
                    stays.getClass().getSimpleName());
        }
    }

    Path next() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder), "upload", ".part");
    }
}
