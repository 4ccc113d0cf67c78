package org.onewindow.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.Decision;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.licences.Arrival;
import org.onewindow.licences.keys.HolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which events reach a case: decided and committed first, then the hints for what is to be done next. */
public final class CaseDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);

    private final Cases cases;
    private final Hints hints;
    private final Stores stores;

    CaseDesk(Cases cases, Hints hints, Stores stores) {
        this.cases = cases;
        this.hints = hints;
        this.stores = stores;
    }

    /** Where it is looked for what a department asks for, before anybody is asked. */
    @FunctionalInterface
    interface Stores {

        /** What they have of what this event says is wanted. */
        List<MaterialReference> found(CaseNumber number, CaseEvent event);
    }

    public Decision tell(CaseNumber number, CaseEvent event) {
        return tell(number, event, (Exchange) null);
    }

    /** As {@link #tell(CaseNumber, CaseEvent)}, and keeps what was said and heard; null: nothing was. */
    Decision tell(CaseNumber number, CaseEvent event, @Nullable Exchange exchange) {
        var decision = cases.apply(number, event, exchange, stores.found(number, event));
        hints.send(number, decision.commands());
        return decision;
    }

    /** As {@link #tell(CaseNumber, CaseEvent)}, and this part of its own in the transaction of a decision that counts. */
    Decision tell(CaseNumber number, CaseEvent event, InTransaction part) {
        var decision = cases.apply(number, event, stores.found(number, event), part);
        hints.send(number, decision.commands());
        return decision;
    }

    /** A licence came that cases of its holders may lack (系统感知): they are told, and nothing is handed in for them; false: not all were. */
    boolean arrived(Arrival arrival, Instant at) {
        try {
            cases.lacking(arrival.holders().stream().map(HolderId::hex).toList()).stream()
                    .filter(number -> !number.equals(arrival.askedFor()))
                    .forEach(number -> arrived(number, new CaseEvent.MaterialArrived(at, arrival.type())));
            return true;
        } catch (StoreAway away) {
            LOG.warn("database away, cases are told later that a licence of type {} came", arrival.type());
            return false;
        }
    }

    /** One case that fails must not keep the others from being told. */
    private void arrived(CaseNumber number, CaseEvent.MaterialArrived event) {
        try {
            tell(number, event);
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException fault) {
            LOG.error("case {} could not be told that a licence of type {} came", number, event.type(), fault);
        }
    }

    /**
     * As {@link #tell(CaseNumber, CaseEvent, Exchange)}; where the database is away it is tried again for so long, for what a department answered cannot be had twice.
     *
     * @throws StoreAway where the database stays away
     */
    public Decision tellWithin(Duration patience, CaseNumber number, CaseEvent event, @Nullable Exchange exchange) {
        return UntilBack.within(patience).get(() -> tell(number, event, exchange));
    }
}
