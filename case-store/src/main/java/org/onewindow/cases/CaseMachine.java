package org.onewindow.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Matter;
import org.onewindow.config.WorkingDays;

/** Decides what an event makes of a case: pure, no I/O, no clock. */
@SuppressWarnings("DoNotCallSuggester")
public final class CaseMachine {

    private final WorkingDays workingDays;
    private final Map<String, Department> departments;

    public CaseMachine(WorkingDays workingDays, Map<String, Department> departments) {
        this.workingDays = workingDays;
        this.departments = Map.copyOf(departments);
    }

    /**
     * A case that has just come in; its first event is {@link CaseEvent.Received}.
     *
     * @param seed at least 128 random bits as text
     */
    public static CaseSnapshot open(CaseNumber number, Matter matter, ServiceRequest request, String seed, Instant at) {
        var steps = new LinkedHashMap<String, StepSnapshot>();
        matter.steps().keySet().forEach(id -> steps.put(
                id,
                StepSnapshot.planned(
                        id,
                        id,
                        Correlations.of(seed, id),
                        new StepSnapshot.Status(
                                StepState.PLANNED, Why.of("waits-for-steps", NextActor.NOBODY), at, null))));
        var limits = Limits.of(matter.limit().statutoryDays(), matter.limit().promisedDays());
        var progress = new CaseSnapshot.Progress(
                CaseState.RECEIVED,
                Why.of("being-checked", NextActor.NOBODY),
                at,
                at,
                null,
                null,
                limits,
                null,
                List.of(),
                Set.of());
        return new CaseSnapshot(number, matter, 0, request, seed, steps, progress);
    }

    public Decision decide(CaseSnapshot snapshot, CaseEvent event) {
        throw new UnsupportedOperationException(workingDays + " " + departments + snapshot + event);
    }

    /** The call that a step needs now; empty where it needs none. */
    public Optional<PlannedCall> callOf(CaseSnapshot snapshot, String stepKey, Instant now) {
        throw new UnsupportedOperationException(snapshot + stepKey + now);
    }

    /** The call of a step for this purpose, whether it is needed now or not: what a later outcome answers. */
    public Optional<PlannedCall> callFor(CaseSnapshot snapshot, String stepKey, Purpose purpose, Instant now) {
        throw new UnsupportedOperationException(snapshot + stepKey + purpose + now);
    }
}
