package org.onewindow.routes;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.StoredMessage;
import org.onewindow.connectors.Mapped;

/**
 * Makes the call that a step needs now: maps, leases an act, calls with no transaction open, and tells the case what came back.
 *
 * <p>A hint that comes twice or too late does no harm: the step itself says what it needs, and an act is leased first.
 */
public final class Worker {

    /** What a lease outlives the call's own time limit by: time to read what belongs to the message, and to record the answer. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

    private final Cases cases;
    private final CaseDesk desk;
    private final DepartmentCalls calls;
    private final Exchanges exchanges;
    private final Node node;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    Worker(Cases cases, CaseDesk desk, DepartmentCalls calls, Exchanges exchanges, Node node) {
        this.cases = cases;
        this.desk = desk;
        this.calls = calls;
        this.exchanges = exchanges;
        this.node = node;
    }

    public void work(@Body String text) {
        var hint = Hint.parse(text);
        if (inHand.add(hint.about())) {
            try {
                hint.traced(() -> cases.callOf(hint.number(), hint.step()).ifPresent(this::withinLimits));
            } finally {
                inHand.remove(hint.about());
            }
        }
    }

    private void withinLimits(PlannedCall call) {
        var holdAtMost = holdAtMost(call);
        calls.withinLimits(call.department(), holdAtMost, () -> perform(call))
                .flatMap(told -> told)
                .ifPresent(told -> desk.tellWithin(holdAtMost, call.number(), told.event(), told.exchange()));
    }

    private static Duration holdAtMost(PlannedCall call) {
        return call.department().timeoutOf(call.operation()).plus(LEASE_MARGIN);
    }

    /** What is to be told of the call; an act that another node has leased is told by that node. */
    private Optional<Told> perform(PlannedCall call) {
        return switch (message(call)) {
            case Mapped.Unmappable why -> Optional.of(new Told(calls.unmappable(call, why, node.now()), null));
            case Mapped.Message message
            when call.act() -> node.life().incarnation().flatMap(incarnation -> act(call, message, incarnation));
            case Mapped.Message message -> Optional.of(sent(call, message, () -> true));
        };
    }

    /**
     * A message that was leased but has not left when this node lapses stays here, and so does one that would leave too late to be answered
     * under its lease, as where what belongs to it is read slowly: another may have taken over.
     */
    private Optional<Told> act(PlannedCall call, Mapped.Message message, UUID incarnation) {
        var latest = node.now().plus(LEASE_MARGIN);
        return isLeased(call, message, holdAtMost(call), incarnation)
                ? Optional.of(sent(
                        call,
                        message,
                        () -> node.life().isStill(incarnation) && node.now().isBefore(latest)))
                : Optional.empty();
    }

    /** Every retry sends the bytes of the first try; only what was never sent is mapped. */
    private Mapped message(PlannedCall call) {
        if (call.act()) {
            var stored = cases.message(call);
            if (stored.isPresent()) {
                return new Mapped.Message(stored.get().bytes());
            }
        }
        return calls.map(call, node.callbackUrl(call));
    }

    private boolean isLeased(PlannedCall call, Mapped.Message message, Duration leaseFor, UUID incarnation) {
        var now = node.now();
        var leased = new CaseEvent.Leased(now, call.stepKey(), call.attempt(), node.name(), now.plus(leaseFor));
        return cases.lease(call.number(), leased, new StoredMessage(message.bytes()), incarnation)
                .accepted();
    }

    private Told sent(PlannedCall call, Mapped.Message message, BooleanSupplier stillOurs) {
        var exchanged = calls.send(call, message, node.callbackUrl(call), stillOurs);
        var replied = new CaseEvent.Replied(
                node.now(), call.stepKey(), call.attempt(), call.purpose(), exchanged.reply(), node.name());
        return new Told(
                replied, exchanges.of(call.department().id(), call.operation().id(), call.request(), exchanged));
    }

    /**
     * What is to be told of a call.
     *
     * @param exchange null: nothing was said
     */
    private record Told(CaseEvent event, @Nullable Exchange exchange) {}
}
