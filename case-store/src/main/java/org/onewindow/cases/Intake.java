package org.onewindow.cases;

import java.time.Duration;
import java.util.Map;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Received;

/** From reception to acceptance (受理): are the materials complete? */
final class Intake {

    private static final Duration CHECK_AGAIN = Duration.ofSeconds(5);

    private Intake() {}

    static void received(Draft draft, Received event) {
        if (draft.now().version() > 0) {
            draft.refuse("already");
        } else {
            draft.tell("received", Map.of("by", event.by()));
            check(draft);
        }
    }

    /** Wants the materials looked at, and again while nobody says what was found. */
    static void check(Draft draft) {
        draft.put(draft.progress()
                .to(CaseState.RECEIVED, draft.at())
                .because(Why.of("being-checked", NextActor.NOBODY))
                .checkAt(draft.at().plus(CHECK_AGAIN)));
        draft.command(new Command.Check());
    }

    static void checked(Draft draft, Checked event) {
        if (draft.progress().checkAt() == null) {
            draft.refuse("already");
            return;
        }
        draft.put(Supplements.with(draft.now().request(), event.found()));
        if (event.missing().isEmpty()) {
            accept(draft);
        } else {
            draft.put(draft.progress().to(CaseState.SUPPLEMENT, draft.at()).checkAt(null));
            Supplements.open(draft, null, event.missing());
        }
    }

    private static void accept(Draft draft) {
        draft.put(
                draft.progress().accepted(draft.at()).with(draft.now().limits().startedOn(Rules.dayOf(draft.at()))));
        draft.tell("accepted");
        draft.command(new Command.Notice("accepted", Map.of()));
        TimeLimits.reckon(draft);
    }
}
