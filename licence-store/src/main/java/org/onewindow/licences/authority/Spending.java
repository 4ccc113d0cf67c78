package org.onewindow.licences.authority;

import org.onewindow.licences.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises the alarm where somebody wanted to look at more people than their work can need: the look itself was refused. */
public final class Spending {

    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);

    private final Runnable alarm;

    /**
     * With an alarm.
     *
     * @param alarm called at each refused look, such as a counter that is watched
     */
    public Spending(Runnable alarm) {
        this.alarm = alarm;
    }

    /** Looks at what became of a look. */
    public void watch(String outcome, Actor actor) {
        if (outcome.equals("over-budget")) {
            alarm.run();
            // who it was stands in the audit; a log goes further than that
            LOG.warn(
                    "a look at more licence holders than the budget allows was refused: client {}, department {}",
                    actor.client(),
                    actor.department());
        }
    }
}
