package org.onewindow.cases;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.RetryAsked;
import org.onewindow.cases.CaseEvent.TaskSettled;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation.Outcome.By;

/** What an operator found out about a step that the hub may not decide by itself. */
final class Operators {

    /** Why a step is stuck that surely did nothing: it was never reached, or nothing could be sent. */
    private static final Set<String> NOTHING_DONE = Set.of("gave-up", "mapping-failed");

    private Operators() {}

    static void resolved(Draft draft, Resolved event) {
        var found = draft.now().step(event.stepKey()).filter(Operators::isQuestion);
        if (found.isEmpty()) {
            draft.refuse("not-open");
            return;
        }
        var step = found.get();
        var obstacle =
                switch (event.resolution()) {
                    case HAPPENED -> obstacleToHappened(draft, step, event.facts());
                    case DID_NOT_HAPPEN -> null;
                    case REPEAT -> obstacleToRepeat(draft, step);
                };
        if (obstacle != null) {
            draft.refuse(obstacle);
            return;
        }
        draft.tell(
                "resolved",
                step,
                Map.of("resolution", event.resolution().name(), "by", event.by(), "reason", event.reason()));
        switch (event.resolution()) {
            case HAPPENED -> happened(draft, clear(step), event.facts());
            case DID_NOT_HAPPEN -> didNotHappen(draft, clear(step));
            case REPEAT -> repeat(draft, clear(step));
        }
    }

    /**
     * Tries a step again that failed: the same call with the same message. What may have happened and the department would do twice is a
     * question to a person and stays one; what is done is never asked for again.
     */
    static void retry(Draft draft, RetryAsked event) {
        var found = draft.now().step(event.stepKey()).filter(Operators::isFailed);
        if (found.isEmpty()) {
            draft.refuse("not-failed");
            return;
        }
        var step = found.get();
        draft.target(step, step.calls().about())
                .ifPresentOrElse(target -> retry(draft, event, step, target), () -> draft.refuse("by-person"));
    }

    private static void retry(Draft draft, RetryAsked event, StepSnapshot step, Rules.Target target) {
        if (draft.rules().stops().isOff(target.department().id())) {
            draft.refuse("retries-off");
        } else if (draft.isEnding() && !step.isBeingUndone()) {
            draft.refuse("ending");
        } else if (isAQuestionStill(step, target) || Doubts.isForgotten(step, target, draft.at())) {
            draft.refuse("uncertain");
        } else {
            draft.tell("retry-asked", step, Map.of("by", event.by(), "reason", event.reason()));
            if (step.state() == StepState.STUCK) {
                again(draft, clear(step));
            } else {
                var trying = step.started(draft.at(), TimeLimits.giveUpAt(draft.at()));
                Calling.ready(draft, trying, trying.purpose());
            }
        }
    }

    /** Whether it may have been done, or the department said no: only where surely nothing was done it may be asked again. */
    private static boolean isAQuestionStill(StepSnapshot step, Rules.Target target) {
        return switch (step.state()) {
            case UNCERTAIN -> target.effect() != Effect.KEY;
            case STUCK -> {
                var why = step.why();
                yield why == null || !NOTHING_DONE.contains(why.code());
            }
            default -> false;
        };
    }

    private static boolean isFailed(StepSnapshot step) {
        return step.state() == StepState.RETRYING || isQuestion(step);
    }

    /** A task that asks how a step stands is settled by saying how it stands. */
    static void settled(Draft draft, TaskSettled event) {
        boolean question = draft.now().steps().values().stream()
                .filter(step -> step.key().equals(event.stepKey()) && isQuestion(step))
                .map(StepSnapshot::why)
                .anyMatch(why -> why != null && why.code().equals(event.kind()));
        if (question) {
            draft.refuse("resolve-the-step");
        } else {
            draft.tell("task-settled", Map.of("task", event.kind(), "by", event.by(), "reason", event.reason()));
        }
    }

    private static boolean isQuestion(StepSnapshot step) {
        return step.state() == StepState.UNCERTAIN || step.state() == StepState.STUCK;
    }

    /** Nothing new is begun while the case ends, and what a person must do cannot be repeated by the hub. */
    private static @Nullable String obstacleToRepeat(Draft draft, StepSnapshot step) {
        if (step.isBeingUndone()) {
            return draft.target(step, Purpose.UNDO).isEmpty() ? "by-person" : null;
        }
        return draft.isEnding() ? "ending" : null;
    }

    /** A payment is made when it is known which: nobody could clear or refund it otherwise. */
    private static @Nullable String obstacleToHappened(Draft draft, StepSnapshot step, Map<String, Object> facts) {
        boolean payment = draft.spec(step).work() instanceof Matter.Work.Payment && !step.isBeingUndone();
        return payment
                        && !isStillAwaited(draft, step, facts)
                        && !PaymentFacts.faults(facts).isEmpty()
                ? "payment-facts"
                : null;
    }

    private static StepSnapshot clear(StepSnapshot step) {
        var calls = step.calls().forPurpose(step.calls().about()).ended(step.attempts(), false);
        var cleared = step.with(calls);
        return step.calls().acts().containsKey(calls.about())
                ? cleared.withAct(cleared.act().clear())
                : cleared;
    }

    /** Where an outcome follows and the operator knows none, it is still waited for. */
    private static void happened(Draft draft, StepSnapshot step, Map<String, Object> facts) {
        var known = step.withFacts(facts);
        switch (step.calls().about()) {
            case UNDO -> Endings.undone(draft, known);
            case SUPPLEMENT -> Outcomes.await(draft, known.with(known.calls().about(Purpose.ACT)), null);
            case ACT -> {
                if (isStillAwaited(draft, step, facts)) {
                    Outcomes.await(draft, known, null);
                } else {
                    Settling.judge(draft, known);
                }
            }
            case POLL, QUERY ->
                throw new IllegalStateException("no act is a " + step.calls().about());
        }
    }

    /** Whether it happened, and the department is yet to say with what outcome. */
    private static boolean isStillAwaited(Draft draft, StepSnapshot step, Map<String, Object> facts) {
        return facts.isEmpty() && step.state() == StepState.UNCERTAIN && canStillBeTold(draft, step);
    }

    /** Whether the department tells the outcome again; an answer by queue comes once. */
    private static boolean canStillBeTold(Draft draft, StepSnapshot step) {
        return draft.target(step, Purpose.ACT)
                .map(target -> target.operation().outcome())
                .filter(outcome -> outcome.poll() != null || outcome.by() == By.CALLBACK || outcome.by() == By.FILE)
                .isPresent();
    }

    /** A clear no: the same message may go again, unless the case ends anyway; an act that wanted a supplement still stands. */
    private static void didNotHappen(Draft draft, StepSnapshot step) {
        boolean byPerson = draft.spec(step).undo() instanceof Matter.Undo.ByPerson;
        if (step.isBeingUndone() && byPerson && Endings.isFirstOfWithdrawal(draft)) {
            Endings.undoRefused(draft, step, "by-person", null);
        } else if (step.isBeingUndone() && step.state() == StepState.STUCK) {
            Endings.leaveStanding(draft, step);
        } else if (draft.isEnding() && step.calls().about() == Purpose.SUPPLEMENT) {
            Outcomes.await(draft, step.with(step.calls().about(Purpose.ACT)), null);
        } else if (draft.isEnding() && !step.isBeingUndone()) {
            draft.move(step, StepState.CANCELLED, Why.of("case-ends", NextActor.NOBODY), null);
        } else {
            again(draft, step);
        }
    }

    /** Asked anew; what was never sent keeps its key. */
    private static void repeat(Draft draft, StepSnapshot step) {
        again(draft, step.act().isSent() ? step.withAct(step.act().anew()) : step);
    }

    private static void again(Draft draft, StepSnapshot step) {
        if (step.startedAt() == null || isUnplanned(draft, step)) {
            draft.move(step, StepState.PLANNED, Why.of("waits-for-steps", NextActor.NOBODY), null);
        } else {
            var trying = step.started(draft.at(), TimeLimits.giveUpAt(draft.at()));
            Calling.ready(draft, trying, trying.calls().about());
        }
    }

    /** A payment whose bill could not be drawn up starts from its plan. */
    private static boolean isUnplanned(Draft draft, StepSnapshot step) {
        return draft.spec(step).work() instanceof Matter.Work.Payment && step.item() == null;
    }
}
