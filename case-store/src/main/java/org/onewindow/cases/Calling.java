package org.onewindow.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.NodesLost;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.Unmappable;

/** How a step comes to its calls: made ready, hinted at, leased, answered. */
final class Calling {

    private static final Duration HINT_ACT_AGAIN = Duration.ofSeconds(3);
    private static final Duration HINT_READ_AFTER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration HINT_READ_AT_MOST = Duration.ofSeconds(15);
    private static final Duration HINT_AT_MOST = Duration.ofMinutes(1);

    private Calling() {}

    /** The step is to be called now, or when its department opens. */
    static void ready(Draft draft, StepSnapshot step, Purpose purpose) {
        var calling = step.with(step.calls().forPurpose(purpose));
        var target = target(draft, calling);
        var from = Rules.openFrom(target.department(), draft.at());
        if (from.isAfter(draft.at())) {
            draft.move(
                    calling,
                    StepState.RETRYING,
                    Retries.closed(target.department().id()),
                    from);
        } else {
            var state = step.isBeingUndone() ? StepState.UNDOING : StepState.READY;
            var why = Why.of(
                    "about-to-be-asked",
                    NextActor.DEPARTMENT,
                    "department",
                    target.department().id());
            draft.move(calling, state, why, draft.at().plus(hintAfter(target)));
            hint(draft, calling, target);
        }
    }

    /** Asks for the outcome now; the step goes on waiting. */
    static void poll(Draft draft, StepSnapshot step) {
        var polling = step.with(step.calls().forPurpose(Purpose.POLL));
        var target = target(draft, polling);
        var from = Rules.openFrom(target.department(), draft.at());
        if (from.isAfter(draft.at())) {
            draft.move(step, StepState.WAITING, step.why(), from);
        } else {
            draft.move(polling, StepState.WAITING, step.why(), draft.at().plus(hintAfter(target)));
            hint(draft, polling, target);
        }
    }

    /** Nobody took it, or whoever did is slow or gone: it is hinted at again, ever more rarely. */
    static void hintAgain(Draft draft, StepSnapshot step) {
        var target = target(draft, step);
        var idle = Duration.between(step.since(), draft.at()).dividedBy(2);
        var pause = idle.compareTo(HINT_AT_MOST) > 0 ? HINT_AT_MOST : idle;
        var first = hintAfter(target);
        draft.put(step.to(
                step.state(), step.why(), draft.at(), draft.at().plus(pause.compareTo(first) > 0 ? pause : first)));
        hint(draft, step, target);
    }

    private static void hint(Draft draft, StepSnapshot step, Rules.Target target) {
        draft.command(new Command.Dispatch(step.key(), target.department().id()));
    }

    private static Duration hintAfter(Rules.Target target) {
        if (target.isAct()) {
            return HINT_ACT_AGAIN;
        }
        var patience = target.department().timeoutOf(target.operation()).plus(HINT_READ_AFTER_TIMEOUT);
        return patience.compareTo(HINT_READ_AT_MOST) < 0 ? patience : HINT_READ_AT_MOST;
    }

    private static Rules.Target target(Draft draft, StepSnapshot step) {
        return draft.target(step, step.purpose())
                .orElseThrow(
                        () -> new IllegalStateException("step " + step.key() + " has no call for " + step.purpose()));
    }

    /** Whether a node may call it now, if need be after leasing it. */
    static boolean isWanted(StepSnapshot step) {
        return step.state().isReady() || (step.state() == StepState.WAITING && step.purpose() == Purpose.POLL);
    }

    static void leased(Draft draft, Leased event) {
        var step = draft.now().step(event.stepKey());
        if (step.isEmpty() || !isLeasable(draft, step.get(), event)) {
            draft.refuse("not-leased");
            return;
        }
        var ready = step.get();
        var lease = new Lease(event.node(), event.until().truncatedTo(ChronoUnit.MICROS));
        var taken = ready.withAct(ready.act().sent(draft.at()));
        var department = draft.about(ready).department().id();
        draft.move(
                taken.with(taken.calls().leased(event.attempt(), lease)),
                StepState.CALLING,
                Why.of("being-asked", NextActor.DEPARTMENT, "department", department),
                lease.until());
    }

    private static boolean isLeasable(Draft draft, StepSnapshot step, Leased event) {
        return step.state().isReady()
                && step.purpose() == step.calls().about()
                && draft.isAct(step)
                && event.attempt() == step.attempts() + 1
                && event.until().isAfter(draft.at())
                && !Retries.areHeld(draft.rules(), draft.now(), step)
                && !Doubts.isForgotten(step, draft.about(step), draft.at());
    }

    /** As if their leases had lapsed. */
    static void lost(Draft draft, NodesLost event) {
        for (var step : List.copyOf(draft.now().steps().values())) {
            if (step.state() == StepState.CALLING && event.stepKeys().contains(step.key())) {
                lapsed(draft, step);
            }
        }
    }

    /** The lease lapsed without an answer: the message may have left. */
    static void lapsed(Draft draft, StepSnapshot step) {
        var department = draft.about(step).department().id();
        draft.tell("lease-lapsed", step, Map.of("department", department));
        Doubts.raise(draft, step.with(step.calls().ended(step.attempts(), true)), "node-lost");
    }

    static void replied(Draft draft, Replied event) {
        var step = draft.now().step(event.stepKey());
        if (step.isEmpty()) {
            draft.refuse("no-such-step");
        } else if (isAwaited(draft, step.get(), event)) {
            Replies.take(draft, step.get(), event);
        } else {
            LateResults.take(draft, step.get(), event);
        }
    }

    /** A call that outlived its case. */
    static void repliedAfterEnd(Draft draft, Replied event) {
        boolean lookUp = event.purpose() == Purpose.POLL || event.purpose() == Purpose.QUERY;
        draft.now()
                .step(event.stepKey())
                .filter(step -> !lookUp && draft.isAct(step) && !LateResults.isOutrun(step, event.reply()))
                .ifPresent(step -> LateResults.note(draft, step, event.reply()));
    }

    private static boolean isAwaited(Draft draft, StepSnapshot step, Replied event) {
        if (event.purpose() != step.purpose()) {
            return false;
        }
        boolean act =
                draft.target(step, step.purpose()).map(Rules.Target::isAct).orElse(false);
        return act
                ? step.state() == StepState.CALLING && event.attempt() == step.attempts()
                : isWanted(step) && event.attempt() == step.attempts() + 1;
    }

    /** No message could be made: the mapping is wrong, or the case says something that cannot be carried. */
    static void unmappable(Draft draft, Unmappable event) {
        Optional<StepSnapshot> step = draft.now().step(event.stepKey()).filter(Calling::isWanted);
        if (step.isEmpty()) {
            draft.refuse("not-ready");
            return;
        }
        var why = Why.of("mapping-failed", NextActor.OPERATOR, "code", event.code());
        switch (step.get().purpose()) {
            case POLL -> Outcomes.unpollable(draft, step.get(), why);
            case QUERY -> Doubts.leaveToOperator(draft, step.get(), "look-up cannot be made: " + event.code());
            case SUPPLEMENT, UNDO -> draft.leaveToOperator(step.get(), StepState.STUCK, why);
            case ACT -> {
                if (event.fault()) {
                    draft.leaveToOperator(step.get(), StepState.STUCK, why);
                } else {
                    Replies.refused(draft, step.get(), event.code(), event.reason());
                }
            }
        }
    }

    /** The call a step needs for this purpose. */
    static Optional<PlannedCall> call(
            Rules rules, CaseSnapshot snapshot, StepSnapshot step, Purpose purpose, Instant now) {
        return rules.target(snapshot.matter(), step, purpose).map(target -> {
            var about = purpose == Purpose.POLL || purpose == Purpose.QUERY
                    ? step.calls().about()
                    : purpose;
            var act = step.calls().act(about);
            var first = act.firstSentAt();
            return new PlannedCall(
                    snapshot.number(),
                    step.key(),
                    purpose,
                    target.department(),
                    target.operation(),
                    target.isAct(),
                    about,
                    act.revision(),
                    EffectKeys.of(snapshot.number(), step.key(), about, act.revision()),
                    step.attempts() + 1,
                    about == Purpose.UNDO ? step.undoCorrelation() : step.correlation(),
                    Inputs.request(snapshot, Inputs.item(snapshot, step, purpose)),
                    first == null ? now : first);
        });
    }
}
