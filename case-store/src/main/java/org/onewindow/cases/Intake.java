package org.onewindow.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Received;

/** From reception to acceptance (受理): are the materials complete? */
final class Intake {

    private static final Duration CHECK_AGAIN = Duration.ofSeconds(5);
    private static final Why SOURCE_DOWN = Why.of("source-down", NextActor.NOBODY);
    private static final Duration ASK_SOURCE_AGAIN = Duration.ofMinutes(1);

    /** 行政许可法 art. 32(4): not told of anything in so many working days, an application counts as accepted. */
    private static final int TELL_WITHIN_DAYS = 5;

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
                .because(awaits(draft) ? SOURCE_DOWN : Why.of("being-checked", NextActor.NOBODY))
                .checkAt(draft.at().plus(CHECK_AGAIN)));
        draft.command(new Command.Check());
    }

    static void checked(Draft draft, Checked event) {
        if (draft.progress().checkAt() == null) {
            draft.refuse("already");
            return;
        }
        draft.put(Supplements.with(draft.now().request(), event.found()));
        if (!event.missing().isEmpty()) {
            draft.put(draft.progress().to(CaseState.SUPPLEMENT, draft.at()).checkAt(null));
            Supplements.open(draft, null, event.missing(), event.list());
        } else if (event.undecided()) {
            awaitSource(draft);
        } else {
            if (!event.sources().isEmpty()) {
                draft.tell("materials-complete", event.sources());
            }
            accept(draft, Rules.dayOf(draft.at()));
        }
    }

    /** A source that is down never becomes "bring paper": the case waits, and the source is asked again. */
    private static void awaitSource(Draft draft) {
        if (!awaits(draft)) {
            draft.tell(SOURCE_DOWN.code());
        }
        draft.put(draft.progress().because(SOURCE_DOWN).checkAt(draft.at().plus(ASK_SOURCE_AGAIN)));
    }

    private static boolean awaits(Draft draft) {
        return SOURCE_DOWN.equals(draft.progress().why());
    }

    /** It is time to look again; or too late for that. */
    static void checkAgain(Draft draft) {
        var received = Rules.dayOf(draft.now().receivedAt());
        var last = draft.rules().workingDays().plus(received, TELL_WITHIN_DAYS).day();
        if (draft.now().supplements().isEmpty() && !Rules.endOf(last).isAfter(draft.at())) {
            var why = Why.of("materials-unchecked", NextActor.OPERATOR);
            draft.tell("accepted-by-time");
            draft.command(new Command.OpenTask(why.code(), null, why));
            accept(draft, received);
        } else {
            check(draft);
        }
    }

    private static void accept(Draft draft, LocalDate counted) {
        draft.put(
                draft.progress().accepted(draft.at()).with(draft.now().limits().startedOn(counted)));
        draft.tell("accepted");
        draft.command(new Command.Notice("accepted", Map.of()));
        TimeLimits.reckon(draft);
    }
}
