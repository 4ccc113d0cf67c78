package org.onewindow.portal.webhooks;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery log: no bodies, neither ours nor theirs.
 *
 * @param eventId {@code webhook-id} and the CloudEvent's {@code id}
 * @param status {@code pending}, {@code delivered} or {@code given-up}
 * @param failure why the last attempt had no answer, as a code
 */
record DeliveryView(
        String id,
        String eventId,
        String type,
        @Nullable String subject,
        String status,
        int attempts,
        @Nullable Integer responseStatus,
        @Nullable String failure,
        @Nullable Integer durationMs,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String redeliveryOf,
        Map<String, Link> _links) {

    static DeliveryView of(Delivery delivery) {
        var self = "/v1/webhooks/" + delivery.webhook() + "/deliveries/" + delivery.id();
        return new DeliveryView(
                Long.toString(delivery.id()),
                delivery.eventId(),
                delivery.type(),
                delivery.number(),
                delivery.status(),
                delivery.attempts(),
                delivery.response(),
                delivery.failure(),
                delivery.millis(),
                delivery.createdAt(),
                delivery.lastAt(),
                delivery.nextAt(),
                delivery.redeliveryOf() == null ? null : Long.toString(delivery.redeliveryOf()),
                Map.of("redelivery", new Link(self + "/redelivery")));
    }
}
