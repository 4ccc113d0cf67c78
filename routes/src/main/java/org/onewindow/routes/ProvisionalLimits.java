package org.onewindow.routes;

import java.time.Clock;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds due days anew that reached into a year without a list of working days: the list may have come with this start. */
public final class ProvisionalLimits {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionalLimits.class);

    private final Cases cases;
    private final CaseDesk desk;
    private final Clock clock;

    ProvisionalLimits(Cases cases, CaseDesk desk, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.clock = clock;
    }

    public void findAnew() {
        try {
            cases.withProvisionalLimit()
                    .forEach(number -> desk.tell(number, new CaseEvent.LimitListChanged(clock.instant())));
        } catch (StoreAway away) {
            LOG.warn("database away, provisional due days stay as they are until the next start");
        }
    }
}
