package org.onewindow.routes;

import java.time.Clock;
import org.apache.camel.Body;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.licences.Checklists;

/** Asks the stores what a case still lacks, and tells the case: complete, or one notice of everything that is missing (一次性告知). */
public final class MaterialCheck {

    private final Cases cases;
    private final Checklists checklists;
    private final CaseDesk desk;
    private final Clock clock;

    MaterialCheck(Cases cases, Checklists checklists, CaseDesk desk, Clock clock) {
        this.cases = cases;
        this.checklists = checklists;
        this.desk = desk;
        this.clock = clock;
    }

    public void check(@Body String text) {
        var hint = Hint.parse(text);
        hint.traced(() -> cases.find(hint.number()).ifPresent(this::check));
    }

    private void check(CaseSnapshot found) {
        var list = checklists.check(found.matter(), found.request(), found.number());
        desk.tell(found.number(), new CaseEvent.Checked(clock.instant(), list.missing(), list.found()));
    }
}
