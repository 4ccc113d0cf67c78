package org.onewindow.routes;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Inquiry;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.Sending;

/** The look-ups of inquiries: the same operations, mappings and limits as in cases, but no trace in a case. */
final class InquiryCalls {

    private final DepartmentCalls calls;
    private final Connectors connectors;
    private final Exchanges exchanges;
    private final Clock clock;

    InquiryCalls(DepartmentCalls calls, Connectors connectors, Exchanges exchanges, Clock clock) {
        this.calls = calls;
        this.connectors = connectors;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /**
     * Asks one department.
     *
     * @param inquiry by which its messages are found
     * @param tree the one revision by which the whole inquiry is asked
     */
    DepartmentReply ask(
            ConfigurationTree tree, String inquiry, Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        var department = Objects.requireNonNull(tree.departments().get(ask.department()), "the tree was checked");
        return calls.withinLimits(department, within, () -> call(inquiry, department, ask, request, within))
                .orElseGet(() -> new DepartmentReply.Unavailable("it is asked as much as it takes already", null));
    }

    /** The same for somebody who waits: all of it within that time, also the waiting for a slot. */
    DepartmentReply askSoon(
            ConfigurationTree tree, String inquiry, Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        var department = Objects.requireNonNull(tree.departments().get(ask.department()), "the tree was checked");
        long until = System.nanoTime() + within.toNanos();
        return calls.withinLimits(department, within, within, () -> inTime(inquiry, department, ask, request, until))
                .orElseGet(() -> new DepartmentReply.Unavailable("it is asked as much as it takes already", null));
    }

    private DepartmentReply inTime(
            String inquiry, Department department, Inquiry.Ask ask, DepartmentRequest request, long until) {
        var left = Duration.ofNanos(until - System.nanoTime());
        return left.isPositive()
                ? call(inquiry, department, ask, request, left)
                : new DepartmentReply.Unavailable("no slot was free in time", null);
    }

    /** Why no message can be made for it; empty: one can. */
    Optional<Mapped.Unmappable> unmappable(ConfigurationTree tree, Inquiry.Ask ask, DepartmentRequest request) {
        var department = Objects.requireNonNull(tree.departments().get(ask.department()), "the tree was checked");
        var context = new MappingContext(new EffectKey(UUID.randomUUID()), 1, clock.instant(), "");
        return connectors.map(department, department.operation(ask.operation()), request, context)
                        instanceof Mapped.Unmappable why
                ? Optional.of(why)
                : Optional.empty();
    }

    private DepartmentReply call(
            String inquiry, Department department, Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        var operation = department.operation(ask.operation());
        var key = new EffectKey(UUID.randomUUID());
        return switch (connectors.map(
                department, operation, request, new MappingContext(key, 1, clock.instant(), ""))) {
            case Mapped.Unmappable why -> new DepartmentReply.Refused(why.code(), why.reason());
            case Mapped.Message message -> {
                var sending = Sending.waiting(key, FreshCorrelation.make(), request, within);
                var exchanged = connectors.exchange(department, operation, message, sending);
                exchanges.inquired(inquiry, department.id(), operation.id(), request, exchanged);
                yield exchanged.reply();
            }
        };
    }
}
