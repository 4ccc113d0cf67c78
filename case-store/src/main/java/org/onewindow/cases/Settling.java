package org.onewindow.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.Matter;

/** What an answer means for the case: done, refused by a rule of the matter, or held until something changes. */
final class Settling {

    private Settling() {}

    /** The act was answered; its facts are in the step already. */
    static void answered(Draft draft, StepSnapshot step) {
        if (draft.spec(step).work() instanceof Matter.Work.Payment && !isPaidExactly(step)) {
            var why = Why.of("payment-differs", NextActor.OPERATOR);
            draft.leaveToOperator(step, StepState.STUCK, why);
        } else {
            judge(draft, step);
        }
    }

    /** By the matter's rules; while the case ends anyway, they no longer matter. */
    static void judge(Draft draft, StepSnapshot step) {
        draft.put(step);
        if (draft.isEnding()) {
            done(draft, step);
            return;
        }
        try {
            var input = Inputs.of(draft.now(), step.item());
            var spec = draft.spec(step);
            for (var rule : spec.refuseWhen()) {
                if (rule.when().holds(input)) {
                    refusedBy(draft, step, rule.reason());
                    return;
                }
            }
            if (!draft.isAct(step)) {
                for (var hold : spec.holdWhen()) {
                    if (hold.when().holds(input)) {
                        heldBy(draft, step, hold, input);
                        return;
                    }
                }
            }
            done(draft, step);
        } catch (ExpressionFailed failure) {
            failed(draft, step, "condition");
        }
    }

    static void done(Draft draft, StepSnapshot step) {
        draft.move(step.withHold(null), StepState.DONE, null, null);
    }

    /** A mistake of the configuration: never a lost case. */
    static void failed(Draft draft, StepSnapshot step, String what) {
        draft.leaveToOperator(step, StepState.STUCK, Why.of("mapping-failed", NextActor.OPERATOR, "code", what));
    }

    /** An act that was done stays done, so that it can be taken back; a look-up is where the case was refused. */
    private static void refusedBy(Draft draft, StepSnapshot step, String reason) {
        if (draft.isAct(step)) {
            done(draft, step);
        } else {
            draft.move(step, StepState.REFUSED, Why.of("refused", NextActor.NOBODY, "code", reason), null);
        }
        Endings.refuse(draft, step, reason, null);
    }

    private static void heldBy(Draft draft, StepSnapshot step, Matter.Hold hold, Map<String, Object> input) {
        var department = draft.about(step).department().id();
        var subject = hold.subject() == null ? null : hold.subject().evaluate(input);
        var held = new Hold(department, hold.reason(), hold.event(), subject == null ? null : subject.toString());
        draft.move(
                step.withHold(held),
                StepState.WAITING,
                Why.of("held:" + hold.reason(), NextActor.APPLICANT, "department", department),
                draft.at().plus(hold.every()));
    }

    /** The amount paid is the amount of the bill, to the fen. */
    private static boolean isPaidExactly(StepSnapshot step) {
        return step.item() instanceof Map<?, ?> bill
                && amount(step.facts().get("amountFen")) >= 0
                && amount(step.facts().get("amountFen")) == amount(bill.get("amountFen"));
    }

    /** Whole fen; -1 for what is no amount. */
    static long amount(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return -1;
        }
        double exact = number.doubleValue();
        return exact >= 0 && exact == Math.rint(exact) && exact < 1e16 ? number.longValue() : -1;
    }

    static void paymentLapsed(Draft draft, StepSnapshot step) {
        draft.move(step, StepState.EXPIRED, Why.of("payment-lapsed", NextActor.NOBODY), null);
        Endings.refuse(draft, step, "payment-lapsed", null);
    }

    /** The last day of payment; null where there is none to be read. */
    static @Nullable LocalDate payBefore(StepSnapshot step) {
        if (step.item() instanceof Map<?, ?> bill && bill.get("payBefore") != null) {
            try {
                return LocalDate.parse(Objects.toString(bill.get("payBefore")));
            } catch (DateTimeParseException notADate) {
                return null;
            }
        }
        return null;
    }
}
