package org.onewindow.cases.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Purpose;

/**
 * One call of a step, as it stands in the log of attempts.
 *
 * @param endedAt null: it never came to an end that the hub knows of
 * @param outcome the reply's state, or {@code lapsed} where the node was lost
 * @param effectKey of an act; null for look-ups
 * @param sentSha256 of the stored message; null for look-ups
 */
public record AttemptRow(
        String stepKey,
        Purpose purpose,
        int attempt,
        String node,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String cause,
        @Nullable String effectKey,
        @Nullable String sentSha256) {}
