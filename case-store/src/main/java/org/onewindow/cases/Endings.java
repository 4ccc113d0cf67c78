package org.onewindow.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.config.Matter;

/**
 * Ends other than approval: what is not begun is cancelled, what is under way is found out, what is done is taken back, the
 * latest first; only then the case is over.
 */
final class Endings {

    private Endings() {}

    /** A step's no refuses the case, unless it ends already. */
    static void refuse(Draft draft, StepSnapshot step, String reason, @Nullable String text) {
        begin(draft, new Ending(CaseState.REFUSED, reason, text, step.key(), "hub", draft.at()));
    }

    static void withdraw(Draft draft, WithdrawalAsked event) {
        if (draft.isEnding()) {
            draft.refuse("already");
        } else {
            draft.tell("withdrawal-asked", Map.of("by", event.by()));
            begin(draft, new Ending(CaseState.WITHDRAWN, "withdrawn", null, null, event.by(), draft.at()));
        }
    }

    private static void begin(Draft draft, Ending ending) {
        if (!draft.isEnding()) {
            draft.put(draft.progress().withEnding(ending).checkAt(null));
        }
    }

    /** Does what may be done now towards the end; called after every event. */
    static void advance(Draft draft) {
        var ending = draft.now().ending();
        if (ending == null || !draft.now().state().isOpen()) {
            return;
        }
        for (var step : List.copyOf(draft.now().steps().values())) {
            if (isCancellable(draft, step)) {
                draft.move(step, StepState.CANCELLED, Why.of("case-ends", NextActor.NOBODY), null);
            } else if (step.state() == StepState.SUPPLEMENT && !isStanding(draft, step)) {
                draft.leaveToOperator(step, StepState.STUCK, Why.of("left-at-department", NextActor.OPERATOR));
            }
        }
        if (draft.now().steps().values().stream().noneMatch(step -> isUnderWay(draft, step))) {
            latest(draft).ifPresentOrElse(step -> undo(draft, step), () -> finish(draft, ending));
        }
    }

    /** What has no effect at a department yet, or never will. */
    private static boolean isCancellable(Draft draft, StepSnapshot step) {
        if (step.state().isFinal() || step.isBeingUndone()) {
            return false;
        }
        if (!draft.isAct(step)) {
            return true;
        }
        boolean unpaid = draft.spec(step).work() instanceof Matter.Work.Payment && step.state() == StepState.WAITING;
        return unpaid
                || switch (step.state()) {
                    case PLANNED -> true;
                    case READY, RETRYING ->
                        !step.act().doubtful() && step.calls().about() == Purpose.ACT;
                    case STUCK -> !step.calls().act(Purpose.ACT).isSent();
                    case CALLING, WAITING, SUPPLEMENT, UNCERTAIN, UNDOING -> false;
                    case DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> false;
                };
    }

    /** Whether something must become known first: an act's outcome, an undoing's, an operator's word. */
    private static boolean isUnderWay(Draft draft, StepSnapshot step) {
        return !step.state().isFinal() && !isStanding(draft, step);
    }

    /** An act that the department has taken in, and that can be taken back before its outcome. */
    private static boolean isStanding(Draft draft, StepSnapshot step) {
        return (step.state() == StepState.WAITING || step.state() == StepState.SUPPLEMENT)
                && !step.isBeingUndone()
                && draft.spec(step).undo() != null;
    }

    /** The latest act that is to be taken back and has not been tried yet. */
    private static Optional<StepSnapshot> latest(Draft draft) {
        return draft.now().steps().values().stream()
                .filter(step -> step.state() == StepState.DONE || isStanding(draft, step))
                .filter(step -> draft.spec(step).undo() != null)
                .filter(step -> !step.calls().act(Purpose.UNDO).isSent())
                .reduce((one, other) -> BY_FINISH.compare(one, other) > 0 ? one : other);
    }

    private static final Comparator<StepSnapshot> BY_FINISH =
            Comparator.comparing(step -> Optional.ofNullable(step.finishedAt()).orElse(Instant.MAX));

    private static void undo(Draft draft, StepSnapshot step) {
        var calls = step.calls().about(Purpose.UNDO);
        var undoing = step.with(calls).started(draft.at(), TimeLimits.giveUpAt(draft.at()));
        switch (draft.spec(step).undo()) {
            case Matter.Undo.Call _ -> Calling.ready(draft, undoing, Purpose.UNDO);
            case Matter.Undo.ByPerson _ -> byPerson(draft, undoing);
            case null -> throw new IllegalStateException("step " + step.key() + " has no undo");
        }
    }

    private static void byPerson(Draft draft, StepSnapshot step) {
        var asked = step.withAct(step.act().sent(draft.at()));
        draft.leaveToOperator(asked, StepState.STUCK, Why.of("undo-by-person", NextActor.OPERATOR));
    }

    /** Whoever told it: a call that is being made for it may end as it likes. */
    static void undone(Draft draft, StepSnapshot step) {
        draft.move(step.with(step.calls().ended(step.attempts(), false)), StepState.UNDONE, null, null);
    }

    /**
     * The department does not take its act back. Where that is the first of a withdrawal, the withdrawal is refused and the
     * case goes on; else a person must see to it.
     */
    static void undoRefused(Draft draft, StepSnapshot step, String code, @Nullable String reason) {
        if (isFirstOfWithdrawal(draft)) {
            refuseWithdrawal(draft, step, code, reason);
        } else {
            draft.leaveToOperator(step, StepState.STUCK, Why.of("undo-refused", NextActor.OPERATOR, "code", code));
        }
    }

    /** Whether a withdrawal may still be refused: nothing was taken back yet. */
    static boolean isFirstOfWithdrawal(Draft draft) {
        var ending = draft.now().ending();
        return ending != null
                && ending.outcome() == CaseState.WITHDRAWN
                && draft.now().steps().values().stream().noneMatch(step -> step.state() == StepState.UNDONE);
    }

    private static void refuseWithdrawal(Draft draft, StepSnapshot step, String code, @Nullable String reason) {
        draft.put(draft.progress().withEnding(null));
        goOn(draft, step);
        for (var cancelled : List.copyOf(draft.now().steps().values())) {
            if (cancelled.state() == StepState.CANCELLED) {
                draft.move(cancelled, StepState.PLANNED, Why.of("waits-for-steps", NextActor.NOBODY), null);
            }
        }
        var details = reason == null ? Map.of("code", code) : Map.of("code", code, "reason", reason);
        draft.tell("withdrawal-refused", details);
        draft.command(new Command.Notice("withdrawal-refused", details));
        Supplements.noticeOpen(draft);
        refuseByWhatWasSaidMeanwhile(draft);
    }

    /** A no that came while the case was being withdrawn anyway counts now. */
    private static void refuseByWhatWasSaidMeanwhile(Draft draft) {
        draft.now().steps().values().stream()
                .filter(step -> step.state() == StepState.REFUSED || step.state() == StepState.EXPIRED)
                .findFirst()
                .ifPresent(step -> {
                    var why = Objects.requireNonNull(step.why(), "a refused step tells why");
                    var code = why.details().getOrDefault("code", why.code());
                    refuse(draft, step, code, why.details().get("reason"));
                });
    }

    /** Back to where the step was before it was to be taken back; a later try has a key of its own. */
    private static void goOn(Draft draft, StepSnapshot step) {
        var again = step.calls().with(Purpose.UNDO, step.act().anew());
        var back = step.with(again.about(Purpose.ACT));
        if (step.finishedAt() == null) {
            Outcomes.await(draft, back, null);
        } else {
            draft.move(back, StepState.DONE, null, null);
        }
    }

    /** An operator says that the act stands and will stay: the end goes on without. */
    static void leaveStanding(Draft draft, StepSnapshot step) {
        draft.move(step.withAct(step.act().sent(draft.at())), StepState.DONE, null, null);
    }

    private static void finish(Draft draft, Ending ending) {
        draft.put(draft.progress().to(ending.outcome(), draft.at()).because(null));
        draft.tell(ending.outcome().code(), Map.of("reason", ending.reason(), "by", ending.by()));
        draft.command(new Command.CloseTasks(null));
        draft.command(new Command.Notice(ending.outcome().code(), Map.of("reason", ending.reason())));
    }
}
