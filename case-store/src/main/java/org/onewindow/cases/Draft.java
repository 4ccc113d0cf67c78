package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseSnapshot.Progress;
import org.onewindow.config.Matter;

/** A decision in the making: the case as changed so far, and what else comes of the event. */
final class Draft {

    private final Rules rules;
    private final Instant at;
    private final List<MaterialReference> found;
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private CaseSnapshot now;
    private @Nullable String refusal;

    Draft(Rules rules, CaseSnapshot snapshot, Instant at, List<MaterialReference> found) {
        this.rules = rules;
        this.now = snapshot;
        this.at = at;
        this.found = List.copyOf(found);
    }

    /** What the stores have of what the event says is wanted. */
    List<MaterialReference> found() {
        return found;
    }

    Instant at() {
        return at;
    }

    Rules rules() {
        return rules;
    }

    /** The case as changed so far. */
    CaseSnapshot now() {
        return now;
    }

    Progress progress() {
        return now.progress();
    }

    boolean isEnding() {
        return now.ending() != null;
    }

    Matter.Step spec(StepSnapshot step) {
        return now.matter().step(step.step());
    }

    Optional<Rules.Target> target(StepSnapshot step, Purpose purpose) {
        return rules.target(now.matter(), step, purpose);
    }

    /** Where the step's act at hand goes; asked only of steps that have one. */
    Rules.Target about(StepSnapshot step) {
        return rules.about(now.matter(), step)
                .orElseThrow(() -> new IllegalStateException("step " + step.key() + " asks no department"));
    }

    /** Whether the act at hand has an effect at a department; an agreement has none. */
    boolean isAct(StepSnapshot step) {
        return rules.about(now.matter(), step).map(Rules.Target::isAct).orElse(false);
    }

    void put(StepSnapshot step) {
        var steps = new LinkedHashMap<>(now.steps());
        steps.put(step.key(), step);
        steps(steps);
    }

    /** Puts the elements of a {@code for-each} step in its place. */
    void replace(StepSnapshot planned, List<StepSnapshot> elements) {
        var steps = new LinkedHashMap<String, StepSnapshot>();
        now.steps().forEach((key, step) -> {
            if (key.equals(planned.key())) {
                elements.forEach(element -> steps.put(element.key(), element));
            } else {
                steps.put(key, step);
            }
        });
        steps(steps);
    }

    private void steps(Map<String, StepSnapshot> steps) {
        now = new CaseSnapshot(
                now.number(), now.matter(), now.version(), now.request(), now.seed(), steps, now.progress());
    }

    void put(Progress progress) {
        now = new CaseSnapshot(
                now.number(), now.matter(), now.version(), now.request(), now.seed(), now.steps(), progress);
    }

    void put(ServiceRequest request) {
        now = new CaseSnapshot(
                now.number(), now.matter(), now.version(), request, now.seed(), now.steps(), now.progress());
    }

    /** Brings a step into a state, with its line in the trace, and settles the operator tasks it leaves behind. */
    void move(StepSnapshot step, StepState state, @Nullable Why why, @Nullable Instant nextAt) {
        var before = now.steps().get(step.key());
        var from = before == null ? step.state() : before.state();
        put(step.to(state, why, at, nextAt));
        if (from == state) {
            return;
        }
        if (isTold(step, from, state)) {
            tell(
                    "step-" + (from == StepState.PLANNED && state == StepState.READY ? "started" : state.code()),
                    step,
                    why);
        }
        if (from == StepState.UNCERTAIN || from == StepState.STUCK || state.isFinal()) {
            command(new Command.CloseTasks(step.key()));
        }
    }

    /** Each call stands in the log of attempts; the trace tells what became of the step. */
    private static boolean isTold(StepSnapshot step, StepState from, StepState state) {
        return switch (state) {
            case PLANNED, CALLING -> false;
            case READY -> from == StepState.PLANNED;
            case RETRYING -> step.calls().tries() <= 1;
            case UNDOING -> !step.act().isSent() && from != StepState.RETRYING;
            case WAITING, SUPPLEMENT, UNCERTAIN, STUCK, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> true;
        };
    }

    /** Leaves a step to an operator. */
    void leaveToOperator(StepSnapshot step, StepState state, Why why) {
        move(step, state, why, null);
        command(new Command.OpenTask(why.code(), step.key(), why));
    }

    void tell(String kind) {
        tell(kind, Map.of());
    }

    void tell(String kind, Map<String, String> details) {
        trace.add(new TraceEntry(at, kind, null, details));
    }

    void tell(String kind, StepSnapshot step, Map<String, String> details) {
        trace.add(new TraceEntry(at, kind, step.key(), details));
    }

    private void tell(String kind, StepSnapshot step, @Nullable Why why) {
        var details = new LinkedHashMap<String, String>();
        if (why != null) {
            details.put("why", why.code());
            details.putAll(why.details());
        }
        tell(kind, step, details);
    }

    void command(Command command) {
        commands.add(command);
    }

    /** The event does not count; nothing of this draft will. */
    void refuse(String code) {
        refusal = code;
    }

    boolean isRefused() {
        return refusal != null;
    }

    Decision decided(@Nullable Instant alarm) {
        return new Decision(now, trace, commands, alarm, true, null);
    }

    Decision refused(CaseSnapshot unchanged, @Nullable Instant alarm) {
        return new Decision(unchanged, List.of(), List.of(), alarm, false, refusal);
    }
}
