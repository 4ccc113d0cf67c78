package org.onewindow.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.store.DepartmentSlots;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.Sending;

/** What a step's call is to the connectors, and the department's limits over all nodes around it. */
final class DepartmentCalls {

    private final Supplier<ConfigurationTree> tree;
    private final Connectors connectors;
    private final DepartmentSlots slots;

    DepartmentCalls(Supplier<ConfigurationTree> tree, Connectors connectors, DepartmentSlots slots) {
        this.tree = tree;
        this.connectors = connectors;
        this.slots = slots;
    }

    Department department(String id) {
        var department = tree.get().departments().get(id);
        if (department == null) {
            throw new IllegalStateException("no department " + id + " in this revision of the configuration");
        }
        return department;
    }

    /** Does it with a slot of the department in hand; empty where all slots are taken, and nothing was done. */
    <T> Optional<T> withinLimits(Department department, Duration holdAtMost, Supplier<T> call) {
        var slot = slots.acquire(department.id(), department.limits(), holdAtMost);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        try (var _ = slot.get()) {
            return Optional.of(call.get());
        }
    }

    Mapped map(Department department, PlannedCall call, String callbackUrl) {
        var context = new MappingContext(call.key(), call.attempt(), call.firstAt(), callbackUrl);
        return connectors.map(department, department.operation(call.operation()), call.request(), context);
    }

    DepartmentReply send(Department department, PlannedCall call, Mapped.Message message, String callbackUrl) {
        var operation = department.operation(call.operation());
        var sending = new Sending(
                call.key(),
                call.correlation(),
                call.attempt(),
                callbackUrl,
                call.request(),
                false,
                department.timeoutOf(operation));
        return connectors.call(department, operation, message, sending);
    }

    CaseEvent unmappable(PlannedCall call, Mapped.Unmappable why, Instant now) {
        return new CaseEvent.Unmappable(now, call.stepKey(), why.code(), why.reason(), why.fault());
    }
}
