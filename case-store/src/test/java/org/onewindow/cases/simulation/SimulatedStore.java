package org.onewindow.cases.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.Decision;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.TraceEntry;

/** One case's row: an event is decided on what was committed last, and committed whole. Checks the promises at each commit. */
final class SimulatedStore {

    private final CaseMachine machine;
    private final List<TraceEntry> story = new ArrayList<>();
    private final List<Command.OpenTask> tasks = new ArrayList<>();
    private CaseSnapshot committed;
    private @Nullable Instant alarm;
    private Runnable afterEach = () -> {};

    SimulatedStore(CaseMachine machine, CaseSnapshot opened) {
        this.machine = machine;
        this.committed = opened;
    }

    void afterEach(Runnable what) {
        afterEach = what;
    }

    Decision apply(CaseEvent event) {
        var decision = machine.decide(committed, event);
        alarm = decision.alarm();
        if (decision.accepted()) {
            committed = decision.next().inVersion(committed.version() + 1);
            decision.commands().stream()
                    .filter(Command.OpenTask.class::isInstance)
                    .map(Command.OpenTask.class::cast)
                    .forEach(tasks::add);
            story.addAll(decision.trace());
        }
        check();
        afterEach.run();
        return decision;
    }

    Optional<PlannedCall> callOf(String step, Instant now) {
        return machine.callOf(committed, step, now);
    }

    CaseSnapshot snapshot() {
        return committed;
    }

    boolean isOpen() {
        return committed.state().isOpen();
    }

    @Nullable
    Instant alarm() {
        return alarm;
    }

    boolean hasTask(String step) {
        return tasks.stream().anyMatch(task -> step.equals(task.stepKey()));
    }

    private void check() {
        promise((alarm != null) == isOpen(), "an alarm, and only while open", "");
        promise((committed.why() != null) == isOpen(), "an explanation, and only while open", "");
        for (var step : committed.steps().values()) {
            check(step);
        }
    }

    private void check(StepSnapshot step) {
        promise(step.state().isFinal() || step.why() != null, "what is not final explains itself", step.key());
        promise(isOpen() || step.state().isFinal(), "a closed case has no open step", step.key());
        promise((step.state() == StepState.CALLING) == (step.lease() != null), "leased while called", step.key());
        boolean operators = step.state() == StepState.STUCK || step.state() == StepState.UNCERTAIN;
        promise(!operators || hasTask(step.key()), "an operator has a task", step.key());
    }

    void promise(boolean kept, String what, String of) {
        if (!kept) {
            throw new AssertionError("broken: %s %s%n%s".formatted(what, of, story()));
        }
    }

    /** What became of the case, and how, line by line. */
    String story() {
        return story.stream()
                .map(entry -> entry.at() + " " + entry.kind() + (entry.stepKey() == null ? "" : " " + entry.stepKey()))
                .collect(Collectors.joining(
                        "\n", committed.state() + " " + committed.steps().values() + "\n", "\n"));
    }

    StepSnapshot step(String key) {
        return Objects.requireNonNull(committed.steps().get(key), key);
    }
}
