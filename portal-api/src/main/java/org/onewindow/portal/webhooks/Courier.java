package org.onewindow.portal.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks which webhooks have something due and gives each of them a round of its own, so that none waits for another.
 *
 * <p>A webhook is served by one node at a time, in rounds that are shorter than it may be held; what a lost node was sending is sent
 * again by another one.
 */
@Component
final class Courier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long TICK_MILLIS = 500;
    private static final int AT_ONCE = 32;
    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long STOPS_WITHIN_SECONDS = 6;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhooks").factory());
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Round round;
    private final Clock clock;
    private volatile boolean running;

    Courier(Webhooks webhooks, Deliveries deliveries, Round round, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.round = round;
        this.clock = clock;
    }

    private void look() {
        try {
            int claimed;
            do {
                claimed = claim(places.availablePermits());
            } while (claimed > 0 && running);
        } catch (RuntimeException away) {
            LOG.debug("the webhooks could not be looked at; tried again in {} ms", TICK_MILLIS, away);
        }
    }

    private int claim(int free) {
        if (free == 0) {
            return 0;
        }
        var claimed = webhooks.claim(free, HOLD);
        for (var webhook : claimed) {
            places.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook-" + webhook.id()).start(() -> serve(webhook));
        }
        return claimed.size();
    }

    /** What fails here is tried again when the webhook is no longer held. */
    private void serve(Webhook webhook) {
        try {
            round.serve(webhook, this::isRunning);
            webhooks.release(webhook);
        } catch (RuntimeException fault) {
            LOG.warn("webhook {} could not be served; it is tried again in {}", webhook.id(), HOLD, fault);
        } finally {
            places.release();
        }
    }

    private void forget() {
        try {
            deliveries.forget(clock.instant().minus(KEPT));
        } catch (RuntimeException away) {
            LOG.debug("old deliveries could not be taken away", away);
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = looking.scheduleWithFixedDelay(this::look, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = looking.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
    }

    /** Attempts that are under way end first, so that the next node need not repeat them. */
    @Override
    public void stop() {
        running = false;
        looking.shutdown();
        try {
            if (!places.tryAcquire(AT_ONCE, STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("some webhook messages are cut off and will be sent again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
