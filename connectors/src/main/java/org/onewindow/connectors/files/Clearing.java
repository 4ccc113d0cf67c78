package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away the answers that were taken or refused long ago, some at a time; several nodes share the work.
 *
 * <p>How old a file is counts from its move into the folder: when it was written is the department's word. What waits in {@code .taken}
 * is an answer yet, and never cleared.
 */
final class Clearing {

    static final Duration EVERY = Duration.ofHours(1);
    static final int MOST_AT_ONCE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Clearing.class);
    private static final List<String> CLEARED = List.of("done", "refused");

    private final Duration kept;
    private final Clock clock;
    private Instant next = Instant.MIN;

    Clearing(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Does so where it is time. */
    void look(Path in) {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        try {
            int left = MOST_AT_ONCE;
            for (var name : CLEARED) {
                left = clear(in.resolve(name), now.minus(kept), left);
            }
            if (left == 0) {
                next = now;
            }
        } catch (IOException | UnsupportedOperationException unable) {
            LOG.warn("old answers cannot be cleared away", unable);
        }
    }

    private static int clear(Path folder, Instant before, int most) throws IOException {
        int left = most;
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return left;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            var each = files.iterator();
            while (left > 0 && each.hasNext()) {
                var file = each.next();
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                        && moved(file).isBefore(before)
                        && Files.deleteIfExists(file)) {
                    left--;
                }
            }
        }
        return left;
    }

    private static Instant moved(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? ((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant()
                : Instant.MAX;
    }
}
