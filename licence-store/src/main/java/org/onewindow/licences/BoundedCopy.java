package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What a sender sends, into a file, by one buffer. */
final class BoundedCopy {

    private static final int BUFFER = 64 << 10;

    private BoundedCopy() {}

    /**
     * Reads to the end, or until there is more than that; the result is how many bytes came.
     *
     * @param digest of what came; null: nobody asks
     */
    static long of(InputStream from, Path file, long most, @Nullable MessageDigest digest) throws IOException {
        try (var out = Files.newOutputStream(file)) {
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
