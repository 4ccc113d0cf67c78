package org.onewindow.routes;

import java.time.Duration;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets messages that are older than they are kept, some at a time; several nodes share the work. */
public final class MessagePurge {

    private static final Logger LOG = LoggerFactory.getLogger(MessagePurge.class);
    private static final int BATCH = 500;
    /** Of one look: what comes in meanwhile must never be more than goes. */
    private static final int BATCHES = 100;

    private final Messages messages;
    private final Duration kept;

    MessagePurge(Messages messages, Duration kept) {
        this.messages = messages;
        this.kept = kept;
    }

    public void purge() {
        try {
            int left = BATCHES;
            while (left > 0 && messages.purge(kept, BATCH) == BATCH) {
                left--;
            }
        } catch (StoreAway away) {
            LOG.warn("database away, no old messages deleted; trying again in a minute");
        }
    }
}
