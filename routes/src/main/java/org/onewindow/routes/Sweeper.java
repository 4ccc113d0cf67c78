package org.onewindow.routes;

import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Decision;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.cases.store.Life;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns calls of lost nodes, due alarms and steps that nobody took into events, some at a time; several nodes share the work. */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 100;

    private final Cases cases;
    private final KeptSlots slots;
    private final Life life;
    private final Hints hints;
    private final HeldBack heldBack;

    Sweeper(Cases cases, KeptSlots slots, Life life, Hints hints, HeldBack heldBack) {
        this.cases = cases;
        this.slots = slots;
        this.life = life;
        this.hints = hints;
        this.heldBack = heldBack;
    }

    public void sweep() {
        try {
            heldBack.letGo();
            slots.freeThoseOfLostNodes();
            int taken;
            do {
                taken = cases.takeOver(life, BATCH, this::hint);
            } while (taken == BATCH);
            int swept;
            do {
                swept = cases.sweep(BATCH, this::hint);
            } while (swept == BATCH);
        } catch (StoreAway away) {
            LOG.warn("database away, nothing swept; trying again in a second");
        }
    }

    private void hint(CaseNumber number, Decision decision) {
        hints.send(number, decision.commands());
    }
}
