package org.onewindow.routes;

import java.time.Clock;
import org.apache.camel.Body;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.Serving;
import org.onewindow.licences.Actor;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.licences.checklist.Question;
import org.onewindow.licences.materials.CaseFiles;

/** Asks the stores what a case still lacks, and tells the case: complete, or one notice of everything that is missing (一次性告知). */
public final class MaterialCheck {

    private final Serving serving;
    private final Cases cases;
    private final Checklists checklists;
    private final OneTimeNotices notices;
    private final CaseFiles files;
    private final CaseDesk desk;
    private final Clock clock;

    MaterialCheck(
            Serving serving,
            Cases cases,
            Checklists checklists,
            OneTimeNotices notices,
            CaseFiles files,
            CaseDesk desk,
            Clock clock) {
        this.serving = serving;
        this.cases = cases;
        this.checklists = checklists;
        this.notices = notices;
        this.files = files;
        this.desk = desk;
        this.clock = clock;
    }

    public void check(@Body String text) {
        var hint = Hint.parse(text);
        hint.traced(() -> cases.find(hint.number()).ifPresent(this::check));
    }

    private void check(CaseSnapshot found) {
        var number = found.number();
        var list = checklists.check(
                new Question(found.matter(), found.request(), Actor.HUB, number, serving.get(), clock.instant()));
        files.keep(number, found.request(), list.found());
        boolean asks = !list.missing().isEmpty();
        var told = asks ? notices.freeze(number, list) : list;
        desk.tell(
                number,
                new CaseEvent.Checked(
                        clock.instant(),
                        told.missing(),
                        told.found(),
                        told.sources(),
                        told.isUndecided(),
                        asks ? told.sha256() : null));
    }
}
