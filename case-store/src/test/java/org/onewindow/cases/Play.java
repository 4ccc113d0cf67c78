package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.AlarmRang;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.Received;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.RetryAsked;
import org.onewindow.config.Department;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Matter;

/** One case played in memory: the machine, a clock, and what became of it so far. */
final class Play {

    static final Instant MONDAY_NINE = Instant.parse("2026-09-14T01:00:00Z");
    static final DepartmentReply YES = new Answered(Map.of("number", "N1"));
    static final DepartmentReply TAKEN = new Pending(Map.of(), null);
    static final DepartmentReply NO = new Refused("no", "不予通过");
    static final DepartmentReply AWAY = new Unavailable("connection refused", null);
    static final DepartmentReply UNKNOWN = new Uncertain("read timed out");

    private final Map<String, Department> departments;
    private CaseMachine machine;
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private CaseSnapshot snapshot;
    private Instant now = MONDAY_NINE;
    private @Nullable Decision last;

    private Play(Matter matter, Map<String, Department> departments, ServiceRequest request) {
        this.departments = departments;
        machine = new CaseMachine(Given.YEAR_2026, departments);
        snapshot = CaseMachine.open(CaseNumber.on(Rules.dayOf(now)), matter, request, "a test's seed", now);
    }

    /** A case that was accepted. */
    static Play accepted(Matter matter, Department... departments) {
        return accepted(matter, Given.request(), departments);
    }

    static Play accepted(Matter matter, ServiceRequest request, Department... departments) {
        return received(matter, request, departments).checkedComplete();
    }

    static Play received(Matter matter, ServiceRequest request, Department... departments) {
        var play = new Play(matter, Given.departments(departments), request);
        return play.on(new Received(play.now, "hub"));
    }

    Play checkedComplete() {
        return on(new Checked(now, List.of(), List.of()));
    }

    Play on(CaseEvent event) {
        return decided(machine.decide(snapshot, event));
    }

    private Play decided(Decision decision) {
        last = decision;
        snapshot = decision.next().inVersion(snapshot.version() + 1);
        trace.addAll(decision.trace());
        commands.addAll(decision.commands());
        return this;
    }

    /** The department that registers wants this, and the stores have something of it. */
    Play wants(DepartmentReply reply, List<MaterialReference> found) {
        var event = new OutcomeArrived(
                now,
                "register",
                Purpose.ACT,
                reply,
                Given.DEPARTMENT,
                "w" + trace.size(),
                2L,
                OutcomeArrived.Source.CALLBACK);
        return decided(machine.decide(snapshot, event, found));
    }

    /** The stop switches stand so from now on. */
    Play turned(RetryStops stops) {
        machine = new CaseMachine(Given.YEAR_2026, departments, Map.of(), stops);
        return this;
    }

    /** These types of licences serve from now on. */
    Play registering(LicenceType type) {
        machine = new CaseMachine(Given.YEAR_2026, departments, Map.of(type.id(), type), RetryStops.NONE);
        return this;
    }

    Play retry(String key) {
        return on(new RetryAsked(now, key, "op1", "they are back"));
    }

    /** Time passes, and every alarm in it rings. */
    Play wait(Duration time) {
        var until = now.plus(time);
        for (var alarm = alarm(); alarm != null && !alarm.isAfter(until); alarm = alarm()) {
            now = alarm.isAfter(now) ? alarm : now;
            on(new AlarmRang(now));
        }
        now = until;
        return this;
    }

    /** Time passes and nobody looks. */
    Play sleep(Duration time) {
        now = now.plus(time);
        return this;
    }

    Play untilNext(String key) {
        return wait(Duration.between(now, Objects.requireNonNull(step(key).nextAt())));
    }

    Play lease(String key) {
        return on(new Leased(now, key, step(key).attempts() + 1, "node-a", now.plusSeconds(40)));
    }

    /** The call that the step needs: leased where it is an act, and answered. */
    Play answer(String key, DepartmentReply reply) {
        var call = machine.callOf(snapshot, key, now)
                .orElseThrow(() -> new AssertionError(key + " needs no call: " + step(key)));
        if (call.act()) {
            lease(key);
            assertThat(decision().accepted()).as("leased").isTrue();
        }
        return on(new Replied(now, key, call.attempt(), call.purpose(), reply, "node-a"));
    }

    Play outcome(String key, DepartmentReply reply, @Nullable Long sequence) {
        return outcome(key, Purpose.ACT, reply, sequence, OutcomeArrived.Source.CALLBACK);
    }

    Play outcome(
            String key, Purpose about, DepartmentReply reply, @Nullable Long sequence, OutcomeArrived.Source source) {
        return on(new OutcomeArrived(now, key, about, reply, Given.DEPARTMENT, "r" + trace.size(), sequence, source));
    }

    Play resolve(String key, Resolution resolution) {
        return resolve(key, resolution, Map.of());
    }

    Play resolve(String key, Resolution resolution, Map<String, Object> facts) {
        return on(new Resolved(now, key, resolution, facts, "op1", "looked it up"));
    }

    StepSnapshot step(String key) {
        return snapshot.step(key).orElseThrow(() -> new AssertionError("no step " + key));
    }

    StepState state(String key) {
        return step(key).state();
    }

    String why(String key) {
        return Objects.requireNonNull(step(key).why()).code();
    }

    PlannedCall call(String key) {
        return machine.callOf(snapshot, key, now).orElseThrow(() -> new AssertionError(key + " needs no call"));
    }

    boolean isCallable(String key) {
        return machine.callOf(snapshot, key, now).isPresent();
    }

    CaseMachine machine() {
        return machine;
    }

    CaseSnapshot snapshot() {
        return snapshot;
    }

    Instant now() {
        return now;
    }

    Decision decision() {
        return Objects.requireNonNull(last);
    }

    @Nullable
    Instant alarm() {
        return decision().alarm();
    }

    List<String> traceKinds() {
        return trace.stream().map(TraceEntry::kind).toList();
    }

    List<Command> commands() {
        return commands;
    }

    List<String> tasks() {
        return commands.stream()
                .filter(Command.OpenTask.class::isInstance)
                .map(command -> ((Command.OpenTask) command).kind())
                .toList();
    }
}
