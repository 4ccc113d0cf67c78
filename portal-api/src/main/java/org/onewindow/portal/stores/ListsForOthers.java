package org.onewindow.portal.stores;

import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.Cases;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.LooksForOthers.Answer;
import org.onewindow.licences.authority.WantedLook;
import org.onewindow.licences.checklist.Checklist;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.Question;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.licences.Scans;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.stereotype.Component;

/**
 * Checklists about somebody who is not the caller: by their mandate for the matter (代办), or at a window that they came to. An identity number
 * that somebody typed tells nothing, and each try is written down.
 */
@Component
final class ListsForOthers {

    private final LicenceStore store;
    private final Checklists checklists;
    private final Cases cases;
    private final Access access;
    private final Scans scans;

    ListsForOthers(LicenceStore store, Checklists checklists, Cases cases, Access access, Scans scans) {
        this.store = store;
        this.checklists = checklists;
        this.cases = cases;
        this.access = access;
        this.scans = scans;
    }

    /** The list about the question's applicant, once they can see that it was asked for. */
    Checklist check(Caller caller, Question question, Presence presence) {
        var looks = store.looksForOthers();
        return switch (looks.allow(asker(caller), wanted(caller, question, presence))) {
            case Answer.Refused(String reason) ->
                throw LookRefusals.of(reason, presence).asWritten();
            case Answer.Allowed(Actor allowed) -> {
                var list = checklists.check(question.askedBy(allowed));
                if (!looks.told(allowed)) {
                    // what it rested on ended meanwhile, such as a mandate that was revoked
                    throw new Refusal(ProblemCode.USE_REFUSED, FieldError.of("", "over")).asWritten();
                }
                yield list;
            }
        };
    }

    /** A clerk is nobody in law while they work. */
    private Actor asker(Caller caller) {
        return caller.is(Role.WINDOW)
                ? new Actor(caller.subject(), caller.client(), caller.department(), null)
                : access.actorOf(caller);
    }

    private WantedLook wanted(Caller caller, Question question, Presence presence) {
        var qr = presence.qr();
        return new WantedLook(
                store.idOf(question.request().applicant()),
                question.matter().code(),
                checklists.types(question),
                qr == null ? null : scans.read(asker(caller), qr).receipt(),
                CaseNumber.parse(presence.caseNumber() == null ? "" : presence.caseNumber())
                        .filter(number -> serves(caller, number))
                        .orElse(null));
    }

    private boolean serves(Caller caller, CaseNumber number) {
        return cases.find(number).filter(found -> access.worksOn(caller, found)).isPresent();
    }
}
