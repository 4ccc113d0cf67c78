package org.onewindow.portal.webhooks;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** One webhook's turn: what is due, one after the other, until a message does not arrive or the turn is over. */
@Component
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
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
        return outcomes.write(delivery, send(webhook, delivery));
    }

    /** What cannot be told, such as a case whose matter is gone from the configuration, must not keep the rest waiting. */
    private Answer send(Webhook webhook, Delivery delivery) {
        try {
            return post.send(webhook, delivery.eventId(), deliveries.body(delivery, () -> events.of(delivery)));
        } catch (StoreAway | DataAccessException away) {
            throw away;
        } catch (RuntimeException fault) {
            LOG.error("delivery {} of webhook {} could not be made", delivery.id(), webhook.id(), fault);
            return new Answer(null, "hub-fault", 0);
        }
    }
}
