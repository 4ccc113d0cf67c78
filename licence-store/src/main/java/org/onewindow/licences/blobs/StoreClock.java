package org.onewindow.licences.blobs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the store's clock is ahead of this machine's, as the header {@code Date} of its last answer says: to a second. */
final class StoreClock {

    private final InstantSource here = InstantSource.system();
    private volatile @Nullable Duration ahead;

    void hear(String date) {
        try {
            ahead = Duration.between(here.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            // a store that does not know what time it is cannot be compared
        }
    }

    /** Empty: no answer said. */
    Optional<Duration> ahead() {
        return Optional.ofNullable(ahead);
    }
}
