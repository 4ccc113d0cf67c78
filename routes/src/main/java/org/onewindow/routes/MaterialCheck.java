package org.onewindow.routes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Demand;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.Serving;
import org.onewindow.licences.Actor;
import org.onewindow.licences.checklist.Checklist;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.NoticeToTell;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.licences.checklist.Question;
import org.onewindow.licences.materials.CaseFiles;

/** Asks the stores what a case still lacks, and tells the case: complete, or one notice of everything that is missing (一次性告知). */
public final class MaterialCheck implements AutoCloseable {

    private final Serving serving;
    private final Cases cases;
    private final Checklists checklists;
    private final OneTimeNotices notices;
    private final CaseFiles files;
    private final CaseDesk desk;
    private final Clock clock;
    private final ChecksInHand inHand = new ChecksInHand(new CheckLanes());

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
        hint.traced(() -> wanted(hint.number()).ifPresent(found -> once(hint, found)));
    }

    private Optional<CaseSnapshot> wanted(CaseNumber number) {
        return cases.find(number).filter(MaterialCheck::isWanted);
    }

    /** A hint may come late or twice: whoever looks at a case that needs no look asks departments for nothing. */
    private static boolean isWanted(CaseSnapshot found) {
        return found.state() == CaseState.RECEIVED;
    }

    /** As it stands when its turn comes: it may have waited. */
    private void once(Hint hint, CaseSnapshot found) {
        var number = found.number();
        var departments = new AskedDepartments(serving.get()).of(found.matter(), demands(found));
        inHand.once(hint, departments, () -> wanted(number).ifPresent(this::check));
    }

    /** Nothing is demanded beyond a notice before one was told. */
    private List<Demand> demands(CaseSnapshot found) {
        return found.supplements().isEmpty() ? List.of() : notices.demands(found.number());
    }

    private void check(CaseSnapshot found) {
        var number = found.number();
        files.keep(number, found.request(), found.request().materials());
        var list = checklists.check(
                new Question(found.matter(), found.request(), Actor.HUB, number, serving.get(), clock.instant()));
        files.keep(number, found.request(), list.found());
        if (list.missing().isEmpty()) {
            desk.tell(number, event(list, null));
        } else {
            tell(number, notices.toTell(number, list));
        }
    }

    /** What came meanwhile the list may not have seen: then the case drops it for another look, and so it is not kept. */
    private void tell(CaseNumber number, NoticeToTell notice) {
        var list = notice.list();
        desk.tell(number, event(list, list.missing().isEmpty() ? null : notice.sha256()), notice);
    }

    private CaseEvent.Checked event(Checklist list, @Nullable String kept) {
        return new CaseEvent.Checked(
                clock.instant(), list.missing(), list.found(), list.sources(), list.awaits(), kept);
    }

    @Override
    public void close() {
        inHand.close();
    }
}
