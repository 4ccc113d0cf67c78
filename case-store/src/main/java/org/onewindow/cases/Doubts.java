package org.onewindow.cases;

import java.time.Instant;
import java.util.Map;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.config.Effect;
import org.onewindow.config.ExpressionFailed;

/** What the hub does when nobody knows whether a department did what it was asked; see {@code docs/doubt.md}. */
final class Doubts {

    private Doubts() {}

    /** The message may have left, and no answer tells what became of it: the effect class decides. */
    static void raise(Draft draft, StepSnapshot step, String cause) {
        var target = draft.about(step);
        var doubtful = target.isAct() ? step.withAct(step.act().inDoubt()) : step;
        switch (target.effect()) {
            case READ -> Retries.unavailable(draft, step, cause, null);
            case KEY -> repeatWithKey(draft, doubtful, cause);
            case QUERY ->
                ask(draft, doubtful, draft.at().plus(Rules.queryOf(target).settle()), cause);
            case NONE -> leaveToOperator(draft, doubtful, cause);
        }
    }

    private static void repeatWithKey(Draft draft, StepSnapshot step, String cause) {
        if (isForgotten(step, draft.about(step), draft.at())) {
            leaveToOperator(draft, step, cause);
        } else {
            Retries.later(draft, step, "outcome-unknown", cause, null);
        }
    }

    /** Asks whether it happened, at that time. */
    private static void ask(Draft draft, StepSnapshot step, Instant at, String cause) {
        var department = draft.about(step).department();
        var why =
                new Why("outcome-unknown", NextActor.DEPARTMENT, Map.of("department", department.id(), "cause", cause));
        var asking = step.with(step.calls().forPurpose(Purpose.QUERY));
        draft.move(asking, StepState.RETRYING, why, Rules.openFrom(department, at));
    }

    /** At most once: a person finds out. */
    static void leaveToOperator(Draft draft, StepSnapshot step, String cause) {
        var department = draft.about(step).department().id();
        var why = new Why("outcome-unknown", NextActor.OPERATOR, Map.of("department", department, "cause", cause));
        draft.leaveToOperator(step, StepState.UNCERTAIN, why);
    }

    /** Whether the department may have forgotten the key of a doubtful act: sending it again might do it twice. */
    static boolean isForgotten(StepSnapshot step, Rules.Target target, Instant at) {
        var kept = target.operation().kept();
        var first = step.act().firstSentAt();
        return target.effect() == Effect.KEY
                && step.act().doubtful()
                && kept != null
                && first != null
                && !at.isBefore(first.plus(kept));
    }

    static boolean isForgotten(Rules rules, CaseSnapshot snapshot, StepSnapshot step, Instant at) {
        return rules.about(snapshot.matter(), step)
                .filter(target -> isForgotten(step, target, at))
                .isPresent();
    }

    /** What the look-up says about the doubt. */
    static void answered(Draft draft, StepSnapshot step, DepartmentReply reply) {
        switch (reply) {
            case Answered found -> found(draft, step, found);
            case Pending pending -> {
                var wait = pending.askAgainAfter();
                ask(draft, step, draft.at().plus(wait == null ? Retries.backOff(step) : wait), "look-up-pending");
            }
            case Unavailable(var cause, var retryAfter) ->
                Retries.later(draft, step, "outcome-unknown", cause, retryAfter);
            case Uncertain(var cause) -> Retries.later(draft, step, "outcome-unknown", cause, null);
            case Refused no -> leaveToOperator(draft, step, "look-up refused with " + no.code());
            case SupplementNeeded _ -> leaveToOperator(draft, step, "look-up wants a supplement");
        }
    }

    private static void found(Draft draft, StepSnapshot step, Answered found) {
        var query = Rules.queryOf(draft.about(step));
        boolean happened;
        try {
            happened = query.happenedWhen().holds(Map.of("facts", found.facts()));
        } catch (ExpressionFailed failure) {
            leaveToOperator(draft, step, "the condition of the look-up failed");
            return;
        }
        var sure = step.withAct(step.act().clear());
        if (happened) {
            Replies.act(draft, sure.with(sure.calls().forPurpose(sure.calls().about())), found);
        } else {
            draft.tell("did-not-happen", sure, Map.of("by", query.operation()));
            Calling.ready(draft, sure, sure.calls().about());
        }
    }
}
