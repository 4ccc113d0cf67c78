package org.onewindow.routes;

import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.Decision;
import org.onewindow.cases.store.Cases;

/** The one door through which events reach a case: decided and committed first, then the hints for what is to be done next. */
public final class CaseDesk {

    private final Cases cases;
    private final Hints hints;

    public CaseDesk(Cases cases, Hints hints) {
        this.cases = cases;
        this.hints = hints;
    }

    public Decision tell(CaseNumber number, CaseEvent event) {
        var decision = cases.apply(number, event);
        hints.send(number, decision.commands());
        return decision;
    }
}
