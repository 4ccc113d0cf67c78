package org.onewindow.cases;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a call that brought nothing is made again, and when the hub gives up. */
final class Retries {

    /** As the connectors call it. */
    private static final String DISABLED = "disabled";

    private static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int DOUBLINGS = 9;

    private Retries() {}

    static Why closed(String department) {
        return Why.of("department-closed", NextActor.DEPARTMENT, "department", department);
    }

    /** Nothing was done: the same again later. A department that an operator has disabled is waited for without an end. */
    static void unavailable(Draft draft, StepSnapshot step, String cause, @Nullable Duration retryAfter) {
        if (cause.equals(DISABLED) && retryAfter != null) {
            var department = draft.about(step).department().id();
            var why = Why.of("department-disabled", NextActor.OPERATOR, "department", department);
            draft.move(step, StepState.RETRYING, why, draft.at().plus(retryAfter));
        } else {
            later(draft, step, "department-unavailable", cause, retryAfter);
        }
    }

    /**
     * The step's call again, after the back-off or when the department says, within its hours.
     *
     * @param code of the explanation
     */
    static void later(Draft draft, StepSnapshot step, String code, String cause, @Nullable Duration retryAfter) {
        var department = draft.about(step).department();
        var backOff = backOff(step);
        var pause = retryAfter != null && retryAfter.compareTo(backOff) > 0 ? retryAfter : backOff;
        var next = Rules.openFrom(department, draft.at().plus(pause));
        boolean open = Rules.openFrom(department, draft.at()).equals(draft.at());
        var why = open
                ? new Why(code, NextActor.DEPARTMENT, Map.of("department", department.id(), "cause", cause))
                : closed(department.id());
        if (draft.rules().stops().hold(department.id(), draft.at())) {
            hold(draft, step);
        } else if (isGivenUp(step, next)) {
            giveUp(draft, step, department.id(), cause);
        } else {
            draft.move(step, StepState.RETRYING, why, next);
        }
    }

    /** Whether the step failed and the stop switch of its department keeps it from being called again. */
    static boolean areHeld(Rules rules, CaseSnapshot snapshot, StepSnapshot step) {
        if (step.calls().tries() == 0) {
            return false;
        }
        var department = rules.about(snapshot.matter(), step)
                .map(target -> target.department().id());
        boolean waits = step.state() == StepState.WAITING;
        return department
                .filter(id -> waits ? rules.stops().isOff(id) : rules.stops().hold(id, step.since()))
                .isPresent();
    }

    /** Nothing moves it by itself any more: it waits for the switch, or for an operator who has it tried again. */
    static void hold(Draft draft, StepSnapshot step) {
        var department = draft.about(step).department().id();
        draft.move(step, StepState.RETRYING, Why.of("retries-off", NextActor.OPERATOR, "department", department), null);
    }

    private static boolean isGivenUp(StepSnapshot step, Instant next) {
        var until = step.giveUpAt();
        return until != null && next.isAfter(until);
    }

    private static void giveUp(Draft draft, StepSnapshot step, String department, String cause) {
        if (step.act().doubtful()) {
            Doubts.leaveToOperator(draft, step, cause);
        } else {
            var why = new Why("gave-up", NextActor.OPERATOR, Map.of("department", department, "cause", cause));
            draft.leaveToOperator(step, StepState.STUCK, why);
        }
    }

    /** 1, 2, 4 … 300 s with full jitter; the jitter comes of correlation and attempt, so that deciding stays pure. */
    static Duration backOff(StepSnapshot step) {
        long ceiling = Math.min(LONGEST_MILLIS, 1000L << Math.clamp(step.calls().tries() - 1L, 0, DOUBLINGS));
        var chance = Correlations.of(step.correlation(), "jitter/" + step.attempts());
        long share = ByteBuffer.wrap(HexFormat.of().parseHex(chance)).getLong() >>> 1;
        return Duration.ofMillis(100 + share % ceiling);
    }
}
