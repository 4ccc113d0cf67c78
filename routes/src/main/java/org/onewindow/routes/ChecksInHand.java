package org.onewindow.routes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.canonical.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a case once at a time; one that failed, or for which there was no room, is free again: its alarm brings it. */
final class ChecksInHand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChecksInHand.class);

    private final Set<CaseNumber> inHand = ConcurrentHashMap.newKeySet();
    private final CheckLanes lanes;

    ChecksInHand(CheckLanes lanes) {
        this.lanes = lanes;
    }

    /** Runs it on the lane of these departments, unless the case is in hand. */
    void once(Hint hint, Set<String> departments, Runnable check) {
        var number = hint.number();
        if (inHand.add(number) && !lanes.take(departments, () -> hint.traced(() -> freed(number, check)))) {
            inHand.remove(number);
        }
    }

    private void freed(CaseNumber number, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException failure) {
            LOG.warn("case {} could not be checked, it is looked at again", number, failure);
        } finally {
            inHand.remove(number);
        }
    }

    @Override
    public void close() {
        lanes.close();
    }
}
