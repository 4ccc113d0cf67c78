package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation;
import org.onewindow.config.WorkingDays;

/** What the configuration says about departments and days, as the machine asks it. */
record Rules(
        WorkingDays workingDays,
        Map<String, Department> departments,
        Map<String, LicenceType> licences,
        RetryStops stops) {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** The operation that serves a purpose, at its department. */
    record Target(Department department, Operation operation) {

        Effect effect() {
            return operation.effect();
        }

        boolean isAct() {
            return operation.effect().isAct();
        }
    }

    /** Where a step's call for this purpose goes; empty where there is no such call, as for an agreement. */
    Optional<Target> target(Matter matter, StepSnapshot step, Purpose purpose) {
        var spec = matter.step(step.step());
        return switch (purpose) {
            case ACT -> act(spec);
            case SUPPLEMENT -> act(spec).flatMap(act -> beside(act, spec.supplement()));
            case UNDO ->
                spec.undo() instanceof Matter.Undo.Call undo
                        ? Optional.of(target(undo.department(), undo.operation()))
                        : Optional.empty();
            case POLL -> about(matter, step).flatMap(act -> beside(act, poll(act)));
            case QUERY -> about(matter, step).flatMap(act -> beside(act, query(act)));
        };
    }

    /** Where the act at hand goes. */
    Optional<Target> about(Matter matter, StepSnapshot step) {
        return target(matter, step, step.calls().about());
    }

    private Optional<Target> act(Matter.Step spec) {
        return switch (spec.work()) {
            case Matter.Work.Call(var department, var operation) -> Optional.of(target(department, operation));
            case Matter.Work.Payment payment -> Optional.of(target(payment.department(), payment.operation()));
            case Matter.Work.Confirmation _ -> Optional.empty();
        };
    }

    private Target target(String departmentId, String operation) {
        var department = departments.get(departmentId);
        if (department == null) {
            throw new IllegalArgumentException("no department " + departmentId + " in the configuration");
        }
        return new Target(department, department.operation(operation));
    }

    private static Optional<Target> beside(Target act, @Nullable String operation) {
        return operation == null
                ? Optional.empty()
                : Optional.of(new Target(act.department, act.department.operation(operation)));
    }

    private static @Nullable String poll(Target act) {
        var outcome = act.operation.outcome();
        return outcome == null ? null : outcome.poll();
    }

    private static @Nullable String query(Target act) {
        var query = act.operation.query();
        return query == null ? null : query.operation();
    }

    static Operation.Query queryOf(Target act) {
        return Objects.requireNonNull(act.operation.query(), "an operation of effect query says how to ask");
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(BEIJING).toLocalDate();
    }

    /** The end of a day, which is the start of the next. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }

    /** When the department may be called if one wants to at this time: at once or when it opens. */
    static Instant openFrom(Department department, Instant at) {
        var hours = department.limits().hours();
        var local = at.atZone(BEIJING);
        if (hours == null || hours.include(local.toLocalTime())) {
            return at;
        }
        var today = local.toLocalDate().atTime(hours.from()).atZone(BEIJING);
        return (today.isBefore(local) ? today.plusDays(1) : today).toInstant();
    }
}
