package org.onewindow.portal.webhooks;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** One webhook's turn: what is due, one after the other, until a message does not arrive or the turn is over. */
@Component
final class Round {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Deliveries deliveries;
    private final CloudEvents events;
    private final Post post;
    private final Outcomes outcomes;

    Round(Deliveries deliveries, CloudEvents events, Post post, Outcomes outcomes) {
        this.deliveries = deliveries;
        this.events = events;
        this.post = post;
        this.outcomes = outcomes;
    }

    void serve(Webhook webhook, BooleanSupplier goesOn) {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean arrived = true;
        while (arrived && goesOn.getAsBoolean() && System.nanoTime() < end) {
            var due = deliveries.due(webhook);
            arrived = due.isPresent() && deliver(webhook, due.get());
        }
    }

    private boolean deliver(Webhook webhook, Delivery delivery) {
        var body = deliveries.body(delivery, () -> events.of(delivery));
        return outcomes.write(delivery, post.send(webhook, delivery.eventId(), body));
    }
}
