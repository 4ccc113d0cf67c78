package org.onewindow.cases;

import java.util.Map;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.config.Matter;

/** What the reply to the call at hand makes of its step. */
final class Replies {

    private Replies() {}

    static void take(Draft draft, StepSnapshot step, Replied event) {
        boolean vain = event.reply() instanceof Unavailable || event.reply() instanceof Uncertain;
        var ended = step.with(step.calls().ended(event.attempt(), vain));
        switch (event.purpose()) {
            case ACT, SUPPLEMENT, UNDO -> act(draft, ended, event.reply());
            case POLL -> Outcomes.polled(draft, ended, event.reply());
            case QUERY -> Doubts.answered(draft, ended, event.reply());
        }
    }

    /** A reply to the act at hand, be it the act itself, a supplement or its undoing. */
    static void act(Draft draft, StepSnapshot step, DepartmentReply reply) {
        switch (reply) {
            case Answered(var facts) -> answered(draft, sure(step).withFacts(facts));
            case Pending pending -> taken(draft, sure(step).withFacts(pending.facts()), pending);
            case SupplementNeeded needed -> Supplements.ask(draft, sure(step), needed);
            case Refused(var code, var reason) -> refused(draft, sure(step), code, reason);
            case Unavailable(var cause, var retryAfter) -> Retries.unavailable(draft, step, cause, retryAfter);
            case Uncertain(var cause) -> Doubts.raise(draft, step, cause);
        }
    }

    /** The department spoke: there is no doubt left. */
    private static StepSnapshot sure(StepSnapshot step) {
        return step.withAct(step.act().clear());
    }

    private static void answered(Draft draft, StepSnapshot step) {
        switch (step.calls().about()) {
            case ACT -> Settling.answered(draft, step);
            case SUPPLEMENT -> Outcomes.await(draft, step.with(step.calls().about(Purpose.ACT)), null);
            case UNDO -> Endings.undone(draft, step);
            case POLL, QUERY ->
                throw new IllegalStateException("no act is a " + step.calls().about());
        }
    }

    /** The department has it and will answer later. */
    private static void taken(Draft draft, StepSnapshot step, Pending pending) {
        boolean supplement = step.calls().about() == Purpose.SUPPLEMENT;
        var waiting = supplement ? step.with(step.calls().about(Purpose.ACT)) : step;
        Outcomes.await(draft, waiting, pending.askAgainAfter());
    }

    static void refused(Draft draft, StepSnapshot step, String code, String reason) {
        switch (step.calls().about()) {
            case ACT -> refusedAct(draft, step, code, reason);
            case SUPPLEMENT ->
                draft.leaveToOperator(
                        step, StepState.STUCK, Why.of("supplement-refused", NextActor.OPERATOR, "code", code));
            case UNDO -> Endings.undoRefused(draft, step, code, reason);
            case POLL, QUERY ->
                throw new IllegalStateException("no act is a " + step.calls().about());
        }
    }

    /** A bill that is no longer payable has lapsed; every other no ends the case. */
    private static void refusedAct(Draft draft, StepSnapshot step, String code, String reason) {
        boolean lapsed = draft.spec(step).work() instanceof Matter.Work.Payment && step.state() == StepState.WAITING;
        if (lapsed) {
            Settling.paymentLapsed(draft, step);
        } else {
            var why = new Why("refused", NextActor.NOBODY, Map.of("code", code, "reason", reason));
            draft.move(step, StepState.REFUSED, why, null);
            Endings.refuse(draft, step, code, reason);
        }
    }
}
