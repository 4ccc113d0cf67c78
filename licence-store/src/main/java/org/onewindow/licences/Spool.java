package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where bytes wait while they are looked at: plain files of this node's own that only its user may read, gone when that is over. What a
 * killed node has left is deleted at its next start.
 */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int BUFFER = 64 << 10;

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

    /** Copies at most this many bytes and one more, by which more of them are known; the result is how many. */
    static long copy(InputStream from, Path file, long most, @Nullable MessageDigest digest) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[BUFFER];
            long size = 0;
            for (int n = from.read(buffer); n >= 0 && size <= most; n = from.read(buffer)) {
                out.write(buffer, 0, n);
                if (digest != null) {
                    digest.update(buffer, 0, n);
                }
                size += n;
            }
            return size;
        }
    }
}
