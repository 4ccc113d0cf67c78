package org.onewindow.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.AlarmRang;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Collected;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.LimitListChanged;
import org.onewindow.cases.CaseEvent.MaterialArrived;
import org.onewindow.cases.CaseEvent.NodesLost;
import org.onewindow.cases.CaseEvent.NoticeOverridden;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.Received;
import org.onewindow.cases.CaseEvent.Released;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.RetryAsked;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.cases.CaseEvent.TaskSettled;
import org.onewindow.cases.CaseEvent.Unmappable;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.config.Department;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Matter;
import org.onewindow.config.WorkingDays;

/**
 * Decides what an event makes of a case.
 *
 * <p>Pure: no I/O, no clock, no chance; the same case and event always give the same decision.
 */
public final class CaseMachine {

    /** The time zone of all days and hours. */
    public static final ZoneId BEIJING = Rules.BEIJING;

    private final Rules rules;

    public CaseMachine(WorkingDays workingDays, Map<String, Department> departments) {
        this(workingDays, departments, Map.of(), RetryStops.NONE);
    }

    /**
     * By this configuration.
     *
     * @param licences the types that serve now: what a case issues is held against them
     */
    public CaseMachine(
            WorkingDays workingDays,
            Map<String, Department> departments,
            Map<String, LicenceType> licences,
            RetryStops stops) {
        this.rules = new Rules(workingDays, Map.copyOf(departments), Map.copyOf(licences), stops);
    }

    /**
     * A case that has just come in; its first event is {@link Received}.
     *
     * @param seed at least 128 random bits as text
     */
    public static CaseSnapshot open(CaseNumber number, Matter matter, ServiceRequest request, String seed, Instant at) {
        var planned = new StepSnapshot.Status(StepState.PLANNED, Why.of("waits-for-steps", NextActor.NOBODY), at, null);
        var steps = new LinkedHashMap<String, StepSnapshot>();
        for (var id : matter.steps().keySet()) {
            steps.put(id, StepSnapshot.planned(id, id, Correlations.of(seed, id), planned));
        }
        var limits = Limits.of(matter.limit().statutoryDays(), matter.limit().promisedDays());
        var progress = new CaseSnapshot.Progress(
                CaseState.RECEIVED, null, at, at, false, null, null, limits, null, List.of(), Set.of());
        return new CaseSnapshot(number, matter, 0, request, seed, steps, progress);
    }

    public Decision decide(CaseSnapshot snapshot, CaseEvent event) {
        return decide(snapshot, event, List.of());
    }

    /** The same, where the stores have something of what the event says that a department wants. */
    public Decision decide(CaseSnapshot snapshot, CaseEvent event, List<MaterialReference> found) {
        var at = event.at().truncatedTo(ChronoUnit.MICROS);
        var draft = new Draft(rules, snapshot, at, found);
        if (snapshot.state().isOpen()) {
            take(draft, event);
            settle(draft);
        } else {
            takeAfterEnd(draft, event);
        }
        var alarm = Alarms.next(rules, draft.isRefused() ? snapshot : draft.now(), at);
        return draft.isRefused() ? draft.refused(snapshot, alarm) : draft.decided(alarm);
    }

    private static void take(Draft draft, CaseEvent event) {
        switch (event) {
            case Received received -> Intake.received(draft, received);
            case Checked checked -> Intake.checked(draft, checked);
            case SupplementHandedIn handedIn -> Supplements.handedIn(draft, handedIn);
            case MaterialArrived arrived -> Supplements.arrived(draft, arrived);
            case NoticeOverridden overridden -> Overrides.take(draft, overridden);
            case Confirmed confirmed -> Agreements.confirmed(draft, confirmed);
            case Leased leased -> Calling.leased(draft, leased);
            case NodesLost lost -> Calling.lost(draft, lost);
            case Replied replied -> Calling.replied(draft, replied);
            case OutcomeArrived arrived -> Outcomes.arrived(draft, arrived);
            case Unmappable unmappable -> Calling.unmappable(draft, unmappable);
            case AlarmRang _ -> Alarms.ring(draft);
            case Released released -> Alarms.released(draft, released);
            case WithdrawalAsked asked -> Endings.withdraw(draft, asked);
            case Resolved resolved -> Operators.resolved(draft, resolved);
            case RetryAsked asked -> Operators.retry(draft, asked);
            case TaskSettled settled -> Operators.settled(draft, settled);
            case LimitListChanged _ -> TimeLimits.reckon(draft);
            case Collected _ -> draft.refuse("not-approved");
        }
    }

    /** No step of a case that is over is called again; what still comes in is evidence. */
    private static void takeAfterEnd(Draft draft, CaseEvent event) {
        switch (event) {
            case Replied replied -> Calling.repliedAfterEnd(draft, replied);
            case OutcomeArrived arrived -> Outcomes.arrivedAfterEnd(draft, arrived);
            case Collected collected -> collect(draft, collected);
            case TaskSettled settled -> Operators.settled(draft, settled);
            case NoticeOverridden _ -> draft.refuse(draft.now().acceptedAt() == null ? "closed" : "complete");
            case WithdrawalAsked _ -> draft.refuse(draft.now().state() == CaseState.APPROVED ? "too-late" : "closed");
            case AlarmRang _, NodesLost _, Released _, LimitListChanged _ -> {
                // nothing moves any more
            }
            case Received _,
                    Checked _,
                    SupplementHandedIn _,
                    MaterialArrived _,
                    Confirmed _,
                    Leased _,
                    Unmappable _,
                    Resolved _,
                    RetryAsked _ -> draft.refuse("closed");
        }
    }

    private static void collect(Draft draft, Collected event) {
        if (draft.now().state() == CaseState.APPROVED) {
            draft.put(draft.progress().to(CaseState.CLOSED, draft.at()));
            draft.tell("closed", Map.of("by", event.by()));
        } else {
            draft.refuse("closed");
        }
    }

    /** What follows from every event alike: steps start or are taken back, the clock stops or goes on, the case explains itself. */
    private static void settle(Draft draft) {
        Readiness.advance(draft);
        Endings.advance(draft);
        Supplements.closeLeft(draft);
        if (!draft.now().state().isOpen()) {
            return;
        }
        if (draft.now().acceptedAt() != null) {
            boolean supplement = !draft.isEnding()
                    && draft.now().steps().values().stream().anyMatch(step -> step.state() == StepState.SUPPLEMENT);
            TimeLimits.suspendOrResume(draft, supplement);
            draft.put(draft.progress().to(stage(draft, supplement), draft.at()));
            TimeLimits.warn(draft);
        }
        draft.put(draft.progress().because(why(draft)));
    }

    private static CaseState stage(Draft draft, boolean supplement) {
        boolean begun = draft.now().steps().values().stream().anyMatch(step -> step.state() != StepState.PLANNED);
        return supplement ? CaseState.SUPPLEMENT : begun ? CaseState.REVIEWING : CaseState.ACCEPTED;
    }

    private static @Nullable Why why(Draft draft) {
        boolean checking = draft.progress().checkAt() != null;
        if (draft.now().acceptedAt() == null && !draft.isEnding()) {
            return checking ? draft.progress().why() : Why.of("supplement-needed", NextActor.APPLICANT);
        }
        return Explanations.of(draft.now());
    }

    /** What an expression sees of a request that is no case yet. */
    public static Map<String, Object> input(ServiceRequest request) {
        return CaseJson.values(request);
    }

    /** The call that a step needs now; empty where it needs none. */
    public Optional<PlannedCall> callOf(CaseSnapshot snapshot, String stepKey, Instant now) {
        return snapshot.step(stepKey)
                .filter(step -> snapshot.state().isOpen() && Calling.isWanted(step))
                .filter(step -> !Doubts.isForgotten(rules, snapshot, step, now))
                .filter(step -> !Retries.areHeld(rules, snapshot, step))
                .flatMap(step -> Calling.call(rules, snapshot, step, step.purpose(), now));
    }

    /** What a correlation stands for: the act of the step, or its undoing. */
    public Optional<StepReference> referenceOf(CaseSnapshot snapshot, String stepKey, Purpose about) {
        return snapshot.step(stepKey)
                .flatMap(step -> Calling.call(rules, snapshot, step, about, snapshot.receivedAt()))
                .map(call -> new StepReference(
                        snapshot.number(), stepKey, about, call.department(), call.operation(), call.request()));
    }
}
