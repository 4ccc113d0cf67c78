package org.onewindow.routes;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.Cases;
import org.onewindow.cases.DepartmentSlots;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.StoredMessage;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;

/**
 * Makes the call that a step needs now: maps, leases an act, calls with no transaction open, and tells the case what came back.
 *
 * <p>A hint that comes twice or too late does no harm: the step itself says what it needs, and an act is leased first.
 */
public final class Worker {

    /** What a lease outlives the call's own time limit by: time to record the answer. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

    private final Supplier<ConfigurationTree> tree;
    private final Cases cases;
    private final CaseDesk desk;
    private final Connectors connectors;
    private final DepartmentSlots slots;
    private final CallSettings settings;
    private final Set<Hint> inHand = ConcurrentHashMap.newKeySet();

    Worker(
            Supplier<ConfigurationTree> tree,
            Cases cases,
            CaseDesk desk,
            Connectors connectors,
            DepartmentSlots slots,
            CallSettings settings) {
        this.tree = tree;
        this.cases = cases;
        this.desk = desk;
        this.connectors = connectors;
        this.slots = slots;
        this.settings = settings;
    }

    /** What all calls of this node have in common. */
    record CallSettings(String node, String publicUrl, Clock clock) {
        String callbackUrl(PlannedCall call) {
            return publicUrl + "/v1/replies/" + call.department() + "/" + call.correlation();
        }
    }

    public void work(@Body String text) {
        var hint = Hint.parse(text);
        if (inHand.add(hint)) {
            try {
                cases.callOf(hint.number(), hint.step()).ifPresent(this::withinLimits);
            } finally {
                inHand.remove(hint);
            }
        }
    }

    private void withinLimits(PlannedCall call) {
        var department = tree.get().departments().get(call.department());
        if (department == null) {
            throw new IllegalStateException("no department " + call.department() + " in this revision of the configuration");
        }
        var held = slots.acquire(department.id(), department.limits(), holdAtMost(department, call));
        if (held.isPresent()) {
            try (var _ = held.get()) {
                perform(department, call);
            }
        }
    }

    private static Duration holdAtMost(Department department, PlannedCall call) {
        return department.timeoutOf(department.operation(call.operation())).plus(LEASE_MARGIN);
    }

    private void perform(Department department, PlannedCall call) {
        var operation = department.operation(call.operation());
        switch (message(department, operation, call)) {
            case Mapped.Unmappable unmappable ->
                desk.tell(
                        call.number(),
                        new CaseEvent.Unmappable(
                                now(), call.stepKey(), unmappable.code(), unmappable.reason(), unmappable.fault()));
            case Mapped.Message message -> {
                if (!call.act() || isLeased(call, message, holdAtMost(department, call))) {
                    tell(call, connectors.call(department, operation, message, sending(department, operation, call)));
                }
            }
        }
    }

    /** Every retry sends the bytes of the first try; only what was never sent is mapped. */
    private Mapped message(Department department, Operation operation, PlannedCall call) {
        Optional<StoredMessage> stored = call.act() ? cases.message(call) : Optional.empty();
        if (stored.isPresent()) {
            return new Mapped.Message(stored.get().bytes());
        }
        var context = new Connectors.MappingContext(call.key(), call.attempt(), call.firstAt(), settings.callbackUrl(call));
        return connectors.map(department, operation, call.request(), context);
    }

    private boolean isLeased(PlannedCall call, Mapped.Message message, Duration leaseFor) {
        var leased = new CaseEvent.Leased(
                now(), call.stepKey(), call.attempt(), settings.node(), now().plus(leaseFor));
        var decision = cases.apply(call.number(), leased, new StoredMessage(message.bytes()));
        return decision.accepted();
    }

    private void tell(PlannedCall call, DepartmentReply reply) {
        desk.tell(
                call.number(),
                new CaseEvent.Replied(now(), call.stepKey(), call.attempt(), call.purpose(), reply, settings.node()));
    }

    private java.time.Instant now() {
        return settings.clock().instant();
    }
}
