package org.onewindow.portal.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told to one webhook, however many attempts it takes.
 *
 * @param eventId the same over all attempts and redeliveries: by it a receiver knows what it has
 * @param number null: a test
 * @param at when what is told happened
 * @param response the HTTP status of the last attempt; null: no answer
 * @param failure why there was none
 */
record Delivery(
        long id,
        String webhook,
        String eventId,
        String kind,
        @Nullable String number,
        @Nullable String step,
        Instant at,
        @Nullable Long redeliveryOf,
        String status,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable Integer response,
        @Nullable String failure,
        @Nullable Integer millis) {

    static final String TEST = "test";

    /** CloudEvents {@code type}. */
    String type() {
        return number == null ? "org.onewindow.webhook.test" : "org.onewindow.case." + kind;
    }
}
