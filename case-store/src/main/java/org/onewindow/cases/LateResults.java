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

/** A result that nobody waits for any more is evidence: it never overwrites, but it may end a doubt. */
final class LateResults {

    private LateResults() {}

    static void take(Draft draft, StepSnapshot step, Replied event) {
        if (!isOfAct(draft, step, event.purpose()) || isOutrun(step, event.reply())) {
            return;
        }
        draft.tell(
                "late-result",
                step,
                Map.of("attempt", Integer.toString(event.attempt()), "outcome", name(event.reply())));
        if (event.purpose() == step.calls().about() && resolves(step, event.reply())) {
            var awake = step.with(step.calls().forPurpose(step.calls().about()));
            Replies.act(draft, awake, event.reply());
        } else {
            alarmed(draft, step, event.reply());
        }
    }

    /** The acknowledgement of something whose outcome has come already tells nothing. */
    static boolean isOutrun(StepSnapshot step, DepartmentReply reply) {
        return step.state().isFinal() && reply instanceof Pending;
    }

    private static boolean isOfAct(Draft draft, StepSnapshot step, Purpose purpose) {
        return switch (purpose) {
            case POLL, QUERY -> false;
            case ACT, SUPPLEMENT, UNDO ->
                draft.target(step, purpose).map(Rules.Target::isAct).orElse(false);
        };
    }

    /** A yes counts wherever the act was sent and nothing is known; everything else only against a doubt. */
    private static boolean resolves(StepSnapshot step, DepartmentReply reply) {
        boolean open =
                switch (step.state()) {
                    case UNCERTAIN, RETRYING, STUCK, READY, UNDOING ->
                        step.act().isSent();
                    case PLANNED, CALLING, WAITING, SUPPLEMENT, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE ->
                        false;
                };
        return open
                && switch (reply) {
                    case Answered _ -> true;
                    case Pending _, SupplementNeeded _, Refused _ -> step.act().doubtful();
                    case Unavailable _, Uncertain _ -> false;
                };
    }

    /** An outcome that comes when the step can no longer take it. */
    static void note(Draft draft, StepSnapshot step, DepartmentReply reply) {
        draft.tell("late-result", step, Map.of("outcome", name(reply)));
        alarmed(draft, step, reply);
    }

    /** An effect at a department for a step that was given up, such as a payment after the end, is for a person. */
    private static void alarmed(Draft draft, StepSnapshot step, DepartmentReply reply) {
        boolean givenUp = step.state() == StepState.CANCELLED || step.state() == StepState.EXPIRED;
        if (givenUp && reply instanceof Answered && draft.isAct(step)) {
            var why = Why.of("effect-after-end", NextActor.OPERATOR);
            draft.command(new Command.OpenTask(why.code(), step.key(), why));
        }
    }

    static String name(DepartmentReply reply) {
        return switch (reply) {
            case Answered _ -> "answered";
            case Pending _ -> "pending";
            case SupplementNeeded _ -> "supplement-needed";
            case Refused _ -> "refused";
            case Unavailable _ -> "unavailable";
            case Uncertain _ -> "uncertain";
        };
    }
}
