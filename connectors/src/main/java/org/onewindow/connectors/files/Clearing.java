package org.onewindow.connectors.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    private final @Nullable Duration kept;
    private final Clock clock;
    private Instant next = Instant.MIN;

    /** @param kept null: for ever */
    Clearing(@Nullable Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Does so where it is time. */
    void look(Path in) {
        var now = clock.instant();
        if (kept == null || now.isBefore(next)) {
            return;
        }
        int cleared = 0;
        for (var name : CLEARED) {
            cleared += new OldFiles(in, name).delete(now.minus(kept), MOST_AT_ONCE - cleared);
        }
        if (cleared > 0) {
            LOG.info("{} answers in {} were kept for {} days and are cleared away", cleared, in, kept.toDays());
        }
        next = cleared == MOST_AT_ONCE ? now : now.plus(EVERY);
    }
}
