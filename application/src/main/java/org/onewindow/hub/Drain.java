package org.onewindow.hub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The time between a node's word that it takes no more work and its end.
 *
 * <p>When this stops, readiness is false already; everything else stops after it, so that whoever follows readiness has gone to another
 * node before the first connection is refused.
 */
final class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final HubSettings settings;
    private volatile boolean running;

    Drain(HubSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            LOG.info(
                    "node {} is not ready any more and ends in {} s",
                    settings.node(),
                    settings.drain().toSeconds());
            Thread.sleep(settings.drain());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
