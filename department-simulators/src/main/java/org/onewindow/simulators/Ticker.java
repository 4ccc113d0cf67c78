package org.onewindow.simulators;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the shared clock five times a second and does what has become due. */
final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long TICK_MS = 200;

    private final Runnable due;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulators-tick").daemon().factory());

    Ticker(Runnable due) {
        this.due = due;
        var unused = thread.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A bug in one tick must not stop time for good. */
    private void tick() {
        try {
            due.run();
        } catch (RuntimeException bug) {
            LOG.error("a tick failed", bug);
        }
    }
}
