package org.onewindow.cases.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange in a list: nothing personal.
 *
 * @param number of the case; null: an inquiry's
 * @param attempt null: it came by itself
 * @param ms from the first byte to the last
 * @param status of HTTP; null: none came
 * @param reference the department's own number for it
 * @param replayOf the message that was asked again
 */
public record MessageLine(
        long id,
        @Nullable String number,
        @Nullable String step,
        @Nullable String purpose,
        @Nullable Integer attempt,
        @Nullable String inquiry,
        String node,
        String department,
        String operation,
        Instant at,
        int ms,
        String outcome,
        @Nullable String cause,
        @Nullable Integer status,
        @Nullable String reference,
        @Nullable String effectKey,
        @Nullable Long replayOf) {}
