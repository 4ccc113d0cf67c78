package org.onewindow.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Received;

/** From reception to acceptance (受理): are the materials complete? */
final class Intake {

    private static final Duration CHECK_AGAIN = Duration.ofSeconds(5);
    private static final Why SOURCE_DOWN = Why.of("source-down", NextActor.NOBODY);
    private static final Why AWAITED = Why.of("awaited", NextActor.NOBODY);
    private static final Duration ASK_SOURCE_AGAIN = Duration.ofMinutes(1);
    private static final Duration ASK_AT_LEAST = Duration.ofMinutes(30);

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
                .because(
                        awaits(draft, SOURCE_DOWN, AWAITED)
                                ? draft.progress().why()
                                : Why.of("being-checked", NextActor.NOBODY))
                .checkAt(draft.at().plus(CHECK_AGAIN)));
        draft.command(new Command.Check());
    }

    static void checked(Draft draft, Checked event) {
        if (draft.progress().checkAt() == null) {
            draft.refuse("already");
            return;
        }
        draft.put(Supplements.with(draft.now().request(), event.found()));
        boolean again = draft.progress().again();
        draft.put(draft.progress().again(false));
        if (again && (!event.missing().isEmpty() || event.awaits() != null)) {
            // nobody is asked for what this look came too early to see
            check(draft);
        } else if (!event.missing().isEmpty()) {
            draft.put(draft.progress().to(CaseState.SUPPLEMENT, draft.at()).checkAt(null));
            Supplements.open(draft, null, event.missing(), event.list());
        } else if (event.awaits() != null) {
            await(draft, Why.of(event.awaits(), NextActor.NOBODY));
        } else {
            if (!event.sources().isEmpty()) {
                draft.tell("materials-complete", event.sources());
            }
            accept(draft, Rules.dayOf(draft.at()));
        }
    }

    /**
     * Something came that the case may lack (系统感知) before anybody was told what it lacks. While it waits for a source it is looked at now;
     * a look that is under way may not have seen it, and another follows.
     */
    static void arrived(Draft draft, Instant nextLook) {
        if (nextLook.isAfter(draft.at().plus(CHECK_AGAIN))) {
            check(draft);
        } else if (draft.progress().again()) {
            draft.refuse("already");
        } else {
            draft.put(draft.progress().again(true));
        }
    }

    /** A source that is down never becomes "bring paper": the case waits, and it is asked again. */
    private static void await(Draft draft, Why why) {
        if (!why.equals(draft.progress().why())) {
            draft.tell(why.code());
        }
        draft.put(draft.progress().because(why).checkAt(draft.at().plus(pause(draft))));
    }

    /** A tenth of the time that it has waited, within bounds: what is back soon is found soon, and nobody is asked for ever. */
    private static Duration pause(Draft draft) {
        var tenth = Duration.between(draft.now().receivedAt(), draft.at()).dividedBy(10);
        return tenth.compareTo(ASK_SOURCE_AGAIN) < 0
                ? ASK_SOURCE_AGAIN
                : tenth.compareTo(ASK_AT_LEAST) > 0 ? ASK_AT_LEAST : tenth;
    }

    private static boolean awaits(Draft draft, Why... reasons) {
        return Stream.of(reasons)
                .anyMatch(reason -> reason.equals(draft.progress().why()));
    }

    /** It is time to look again; where that has lasted too long a person is told, and what was not told in time counts as accepted. */
    static void checkAgain(Draft draft) {
        var received = Rules.dayOf(draft.now().receivedAt());
        var last = draft.rules().workingDays().plus(received, TELL_WITHIN_DAYS).day();
        if (Rules.endOf(last).isAfter(draft.at())) {
            check(draft);
            return;
        }
        var why = Why.of("materials-unchecked", NextActor.OPERATOR);
        draft.command(new Command.OpenTask(why.code(), null, why));
        if (draft.now().supplements().isEmpty() && !awaits(draft, AWAITED)) {
            draft.tell("accepted-by-time");
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
