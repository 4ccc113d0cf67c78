package org.onewindow.routes;

import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns due alarms, lapsed leases and steps that nobody took into events, some at a time; several nodes share the work. */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 100;

    private final Cases cases;
    private final Hints hints;

    Sweeper(Cases cases, Hints hints) {
        this.cases = cases;
        this.hints = hints;
    }

    public void sweep() {
        try {
            int swept;
            do {
                swept = cases.sweep(BATCH, (number, decision) -> hints.send(number, decision.commands()));
            } while (swept == BATCH);
        } catch (StoreAway away) {
            LOG.warn("database away, nothing swept; trying again in a second");
        }
    }
}
