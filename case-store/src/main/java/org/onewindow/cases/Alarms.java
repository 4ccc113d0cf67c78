package org.onewindow.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent.Released;
import org.onewindow.config.Matter;

/** A case has one alarm: the earliest time at which anything of it moves by itself. */
final class Alarms {

    /** Even a case that waits for people only is looked at once a day. */
    private static final Duration LOOK_AT_LEAST = Duration.ofDays(1);

    /** How long after its last day a payment may still be told of. */
    private static final Duration PAYMENT_GRACE = Duration.ofDays(3);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Alarms() {}

    /** Does everything that is due. */
    static void ring(Draft draft) {
        if (isDue(draft, draft.progress().checkAt())) {
            Intake.checkAgain(draft);
        }
        for (var key : List.copyOf(draft.now().steps().keySet())) {
            draft.now().step(key).ifPresent(step -> ring(draft, step));
        }
    }

    private static void ring(Draft draft, StepSnapshot step) {
        if (isDue(draft, TimeLimits.overdueAt(draft.now(), step))) {
            TimeLimits.stepOverdue(draft, step);
        }
        var told = draft.now().steps().getOrDefault(step.key(), step);
        switch (told.state()) {
            case READY, UNDOING -> ready(draft, told);
            case CALLING -> calling(draft, told);
            case RETRYING -> retrying(draft, told);
            case WAITING -> waiting(draft, told);
            case PLANNED, SUPPLEMENT, UNCERTAIN, STUCK, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> {
                // waits for others
            }
        }
    }

    private static void ready(Draft draft, StepSnapshot step) {
        if (Doubts.isForgotten(step, draft.about(step), draft.at())) {
            Doubts.leaveToOperator(draft, step, "key-no-longer-kept");
        } else if (isDue(draft, step.nextAt())) {
            if (Retries.areHeld(draft.rules(), draft.now(), step)) {
                Retries.hold(draft, step);
            } else {
                Calling.hintAgain(draft, step);
            }
        }
    }

    private static void calling(Draft draft, StepSnapshot step) {
        if (isDue(draft, step.nextAt())) {
            Calling.lapsed(draft, step);
        }
    }

    private static void retrying(Draft draft, StepSnapshot step) {
        if (Doubts.isForgotten(step, draft.about(step), draft.at())) {
            Doubts.leaveToOperator(draft, step, "key-no-longer-kept");
        } else if (isDue(draft, step.nextAt())) {
            if (Retries.areHeld(draft.rules(), draft.now(), step)) {
                Retries.hold(draft, step);
            } else {
                Calling.ready(draft, step, step.purpose());
            }
        }
    }

    private static void waiting(Draft draft, StepSnapshot step) {
        if (Agreements.work(draft, step).isPresent()) {
            if (isDue(draft, step.nextAt())) {
                Agreements.expired(draft, step);
            }
        } else if (isDue(draft, lapsesAt(draft.now(), step))) {
            Settling.paymentLapsed(draft, step);
        } else if (isDue(draft, doubtfulFrom(draft.rules(), draft.now(), step))) {
            Doubts.raise(draft, awake(step), "no-outcome-in-time");
        } else if (isDue(draft, step.nextAt())) {
            lookAgain(draft, step);
        }
    }

    private static void lookAgain(Draft draft, StepSnapshot step) {
        if (step.hold() != null) {
            askHeldAgain(draft, step);
        } else if (step.purpose() == Purpose.POLL) {
            Calling.hintAgain(draft, step);
        } else {
            Outcomes.ask(draft, step);
        }
    }

    private static void askHeldAgain(Draft draft, StepSnapshot step) {
        var limit = draft.spec(step).limitDays() == null ? TimeLimits.giveUpAt(draft.at()) : step.giveUpAt();
        Calling.ready(draft, step.withHold(null).started(draft.at(), limit), Purpose.ACT);
    }

    private static StepSnapshot awake(StepSnapshot step) {
        var calls = step.calls().forPurpose(step.calls().about());
        return step.with(calls.ended(calls.attempts(), true));
    }

    /** What a department told unasked ends the waiting of the steps it is about. */
    static void released(Draft draft, Released event) {
        for (var step : List.copyOf(draft.now().steps().values())) {
            var hold = step.hold();
            if (step.state() == StepState.WAITING && hold != null && hold.endsBy(event) && !draft.isEnding()) {
                draft.tell("released", step, Map.of("event", event.event()));
                askHeldAgain(draft, step);
            }
        }
    }

    /** When a waiting step's act is in doubt for want of an outcome. */
    private static @Nullable Instant doubtfulFrom(Rules rules, CaseSnapshot snapshot, StepSnapshot step) {
        var outcome = rules.about(snapshot.matter(), step)
                .map(target -> target.operation().outcome())
                .orElse(null);
        return step.hold() != null || outcome == null || outcome.within() == null
                ? null
                : step.since().plus(outcome.within());
    }

    private static @Nullable Instant lapsesAt(CaseSnapshot snapshot, StepSnapshot step) {
        var work = snapshot.matter().step(step.step()).work();
        if (!(work instanceof Matter.Work.Payment) || step.isBeingUndone()) {
            return null;
        }
        var last = Settling.payBefore(step);
        return last == null ? null : Rules.endOf(last).plus(PAYMENT_GRACE);
    }

    private static boolean isDue(Draft draft, @Nullable Instant time) {
        return time != null && !time.isAfter(draft.at());
    }

    /** The next alarm; null when the case is over. */
    static @Nullable Instant next(Rules rules, CaseSnapshot snapshot, Instant at) {
        if (!snapshot.state().isOpen()) {
            return null;
        }
        var times = new ArrayList<Instant>();
        add(times, snapshot.progress().checkAt());
        add(times, TimeLimits.nextWarning(rules, snapshot.limits()).orElse(null));
        for (var step : snapshot.steps().values()) {
            addTimesOf(rules, snapshot, step, times);
        }
        var earliest =
                times.stream().min(Instant::compareTo).map(Alarms::notBefore).orElse(Instant.MAX);
        var latest = at.plus(LOOK_AT_LEAST);
        var soonest = at.plus(PAUSE);
        if (earliest.isAfter(latest)) {
            return latest;
        }
        return earliest.isAfter(at) ? earliest : soonest;
    }

    /** Alarms are kept to the microsecond; rung a little too early, it would find nothing due. */
    private static Instant notBefore(Instant time) {
        return time.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }

    private static void addTimesOf(Rules rules, CaseSnapshot snapshot, StepSnapshot step, List<Instant> times) {
        if (!step.state().isFinal()) {
            add(times, step.nextAt());
            add(times, TimeLimits.overdueAt(snapshot, step));
            if (step.state() == StepState.WAITING) {
                add(times, doubtfulFrom(rules, snapshot, step));
                add(times, lapsesAt(snapshot, step));
            }
        }
    }

    private static void add(List<Instant> times, @Nullable Instant time) {
        if (time != null) {
            times.add(time);
        }
    }
}
