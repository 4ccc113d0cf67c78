package org.onewindow.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.config.Matter;

/** Outcomes that come later than the department's acknowledgement: by callback, by queue, or because the hub asked. */
final class Outcomes {

    private static final Duration ASK_EVERY = Duration.ofHours(1);

    private Outcomes() {}

    /** Waits for the outcome of the act at hand. */
    static void await(Draft draft, StepSnapshot step, @Nullable Duration askAgainAfter) {
        var waiting = step.with(step.calls().forPurpose(step.calls().about()));
        var department = draft.about(step).department().id();
        boolean bill = draft.spec(step).work() instanceof Matter.Work.Payment && !step.isBeingUndone();
        var why = bill
                ? Why.of("waits-for-payment", NextActor.APPLICANT)
                : Why.of("waiting-for-outcome", NextActor.DEPARTMENT, "department", department);
        draft.move(waiting, StepState.WAITING, why, askAt(draft, step, askAgainAfter));
    }

    private static @Nullable Instant askAt(Draft draft, StepSnapshot step, @Nullable Duration askAgainAfter) {
        var outcome = draft.about(step).operation().outcome();
        if (askAgainAfter != null) {
            return draft.at().plus(askAgainAfter);
        }
        if (outcome == null) {
            return draft.at().plus(ASK_EVERY);
        }
        return outcome.every() == null ? null : draft.at().plus(outcome.every());
    }

    /** It is time to ask: by the look-up that tells the outcome, or by asking the same again where that has no second effect. */
    static void ask(Draft draft, StepSnapshot step) {
        var act = draft.about(step);
        if (draft.target(step, Purpose.POLL).isPresent()) {
            Calling.poll(draft, step);
            return;
        }
        switch (act.effect()) {
            case READ, KEY -> Calling.ready(draft, step, step.calls().about());
            case QUERY, NONE -> draft.move(step, StepState.WAITING, step.why(), null);
        }
    }

    /** The look-up's reply; the step is still waiting. */
    static void polled(Draft draft, StepSnapshot step, DepartmentReply reply) {
        var waiting = step.with(step.calls().forPurpose(step.calls().about()));
        switch (reply) {
            case Unavailable away -> {
                var retryAfter = away.retryAfter();
                var backOff = Retries.backOff(step);
                var pause = retryAfter != null && retryAfter.compareTo(backOff) > 0 ? retryAfter : backOff;
                draft.move(waiting, StepState.WAITING, step.why(), draft.at().plus(pause));
            }
            case Uncertain _ ->
                draft.move(waiting, StepState.WAITING, step.why(), draft.at().plus(Retries.backOff(step)));
            case Pending(var facts, var askAgainAfter) -> await(draft, waiting.withFacts(facts), askAgainAfter);
            case Answered _, Refused _, SupplementNeeded _ -> {
                if (waiting.isBeingUndone() && tellsOfAct(draft, waiting)) {
                    ofActBeingUndone(draft, waiting, reply);
                } else {
                    Replies.act(draft, waiting, reply);
                }
            }
        }
    }

    /** No look-up can be made: an operator mends the mapping, and meanwhile the outcome may still come by itself. */
    static void unpollable(Draft draft, StepSnapshot step, Why why) {
        draft.command(new Command.OpenTask(why.code(), step.key(), why));
        var waiting = step.with(step.calls().forPurpose(step.calls().about()));
        draft.move(waiting, StepState.WAITING, step.why(), draft.at().plus(ASK_EVERY));
    }

    /** Whether the look-up for the undoing is the one for the act: then it tells how the act stands. */
    private static boolean tellsOfAct(Draft draft, StepSnapshot step) {
        var asked = draft.target(step, Purpose.POLL).map(Rules.Target::operation);
        var ofAct = draft.target(step.with(step.calls().about(Purpose.ACT)), Purpose.POLL)
                .map(Rules.Target::operation);
        return asked.isPresent() && asked.equals(ofAct);
    }

    /**
     * News of an act that is being taken back, by the ways the act itself is told of: a no, or a yes without any facts, says
     * that it no longer stands; a yes with facts repeats what was done.
     */
    private static void ofActBeingUndone(Draft draft, StepSnapshot step, DepartmentReply reply) {
        boolean gone = reply instanceof Refused || (reply instanceof Answered(var facts) && facts.isEmpty());
        if (gone) {
            Endings.undone(draft, step);
        } else if (step.state() == StepState.WAITING) {
            await(draft, step, null);
        } else {
            draft.put(step);
        }
    }

    /** An outcome came by itself. */
    static void arrived(Draft draft, OutcomeArrived event) {
        var found = draft.now().step(event.stepKey());
        if (found.isEmpty()) {
            draft.refuse("no-such-step");
            return;
        }
        if (isOutdated(found.get(), event)) {
            return;
        }
        var step = newest(found.get(), event);
        if (event.about() == Purpose.ACT
                && step.isBeingUndone()
                && !step.state().isFinal()) {
            draft.tell("outcome-arrived", step, Map.of("outcome", LateResults.name(event.reply())));
            ofActBeingUndone(draft, step, event.reply());
        } else if (isAwaited(draft, step, event.about())) {
            take(draft, step, event);
        } else {
            draft.put(step);
            LateResults.note(draft, step, event.reply());
        }
    }

    /** An outcome that comes when the case is over. */
    static void arrivedAfterEnd(Draft draft, OutcomeArrived event) {
        draft.now()
                .step(event.stepKey())
                .filter(step -> draft.isAct(step) && !isOutdated(step, event))
                .ifPresent(step -> {
                    draft.put(newest(step, event));
                    LateResults.note(draft, step, event.reply());
                });
    }

    private static boolean isOutdated(StepSnapshot step, OutcomeArrived event) {
        var sequence = event.sequence();
        return sequence != null && sequence <= step.calls().sequence();
    }

    private static StepSnapshot newest(StepSnapshot step, OutcomeArrived event) {
        var sequence = event.sequence();
        return sequence == null ? step : step.with(step.calls().after(sequence));
    }

    /** Whether an outcome of this act may still move the step. */
    private static boolean isAwaited(Draft draft, StepSnapshot step, Purpose about) {
        if ((about == Purpose.UNDO) != step.isBeingUndone()) {
            return false;
        }
        return switch (step.state()) {
            case WAITING -> draft.rules().about(draft.now().matter(), step).isPresent();
            case CALLING, RETRYING, SUPPLEMENT, UNCERTAIN, STUCK -> isAsked(draft, step);
            case READY, UNDOING -> isAsked(draft, step);
            case PLANNED, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> false;
        };
    }

    /** A look-up leaves no mark before its answer: being ready for it is enough. */
    private static boolean isAsked(Draft draft, StepSnapshot step) {
        return step.act().isSent()
                || (!step.isBeingUndone() && step.calls().act(Purpose.ACT).isSent())
                || !draft.isAct(step);
    }

    private static void take(Draft draft, StepSnapshot step, OutcomeArrived event) {
        switch (event.reply()) {
            case Answered _, Refused _, SupplementNeeded _ -> Replies.act(draft, ofMainAct(step), event.reply());
            case Pending pending -> noted(draft, step.withFacts(pending.facts()));
            case Unavailable _, Uncertain _ -> {
                switch (event.source()) {
                    case QUEUE -> repliedByQueue(draft, step, event.reply());
                    case CALLBACK, FILE -> unclear(draft, step, event.reply());
                }
            }
        }
    }

    /** Where the answer itself comes by queue, nothing done and nobody knows are answers too; once. */
    private static void repliedByQueue(Draft draft, StepSnapshot step, DepartmentReply reply) {
        boolean awaited = step.state() == StepState.WAITING || step.state() == StepState.CALLING;
        if (awaited || (step.state() == StepState.READY && !draft.isAct(step))) {
            Replies.act(draft, step.with(step.calls().ended(step.attempts(), true)), reply);
        } else {
            LateResults.note(draft, step, reply);
        }
    }

    /** A callback or a file that is no outcome is for a person; of a payment it says another sum than the bill. */
    private static void unclear(Draft draft, StepSnapshot step, DepartmentReply reply) {
        LateResults.note(draft, step, reply);
        if (!(reply instanceof Uncertain(var cause))) {
            return;
        }
        boolean bill = draft.spec(step).work() instanceof Matter.Work.Payment && step.state() == StepState.WAITING;
        if (bill) {
            var why = Why.of("payment-differs", NextActor.OPERATOR, "cause", cause);
            draft.leaveToOperator(step, StepState.STUCK, why);
        } else {
            var why = Why.of("answer-unclear", NextActor.OPERATOR, "cause", cause);
            draft.command(new Command.OpenTask(why.code(), step.key(), why));
        }
    }

    /** What is told of a supplement's step is told of the act it supplements. */
    private static StepSnapshot ofMainAct(StepSnapshot step) {
        return step.calls().about() == Purpose.SUPPLEMENT
                ? step.with(step.calls().about(Purpose.ACT))
                : step.with(step.calls().ended(step.attempts(), false));
    }

    /** The department has it: that ends a doubt, but not a call that is being made. */
    private static void noted(Draft draft, StepSnapshot step) {
        boolean atRest = step.state() != StepState.CALLING;
        if (atRest && step.act().doubtful()) {
            await(draft, step.withAct(step.act().clear()), null);
        } else {
            draft.put(step);
        }
    }
}
