package org.onewindow.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.config.Department;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Exchanged;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.Sending;

/** What a step's call is to the connectors, and the department's limits over all nodes around it. */
final class DepartmentCalls {

    private static final Duration SLOT_WITHIN = Duration.ofSeconds(5);
    private static final Duration SLOT_EVERY = Duration.ofMillis(50);

    private final Connectors connectors;
    private final KeptSlots slots;

    DepartmentCalls(Connectors connectors, KeptSlots slots) {
        this.connectors = connectors;
        this.slots = slots;
    }

    /**
     * Does it with a slot of the department in hand; empty where none became free in time, and nothing was done.
     *
     * <p>Waiting here holds up nobody but this department's own work.
     */
    <T> Optional<T> withinLimits(Department department, Duration holdAtMost, Supplier<T> call) {
        return withinLimits(department, holdAtMost, SLOT_WITHIN, call);
    }

    /** The same for somebody with less patience. */
    <T> Optional<T> withinLimits(Department department, Duration holdAtMost, Duration patience, Supplier<T> call) {
        long until = System.nanoTime() + patience.toNanos();
        var slot = slots.acquire(department.id(), department.limits(), holdAtMost);
        while (slot.isEmpty()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(SLOT_EVERY.toNanos());
            slot = slots.acquire(department.id(), department.limits(), holdAtMost);
        }
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        try (var _ = slot.get()) {
            return Optional.of(call.get());
        }
    }

    Mapped map(PlannedCall call, String callbackUrl) {
        var context = new MappingContext(call.key(), call.attempt(), call.firstAt(), callbackUrl);
        return connectors.map(call.department(), call.operation(), call.request(), context);
    }

    Exchanged send(PlannedCall call, Mapped.Message message, String callbackUrl, BooleanSupplier stillOurs) {
        var sending = new Sending(
                call.key(),
                call.correlation(),
                call.attempt(),
                callbackUrl,
                call.request(),
                false,
                stillOurs,
                call.department().timeoutOf(call.operation()));
        return connectors.exchange(call.department(), call.operation(), message, sending);
    }

    CaseEvent unmappable(PlannedCall call, Mapped.Unmappable why, Instant now) {
        return new CaseEvent.Unmappable(now, call.stepKey(), why.code(), why.reason(), why.fault());
    }
}
