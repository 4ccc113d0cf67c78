package org.onewindow.cases.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.cases.EffectKeys;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;

/** The seller agrees, the applicant does what is asked or changes his mind, and an operator looks before he decides. */
final class SimulatedPeople {

    private static final String PAID_AT = "2026-10-02T10:00:00+08:00";
    private static final Duration ROUND = Duration.ofHours(3);
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Timeline time;
    private final SimulatedStore store;
    private final Ledger ledger;
    private final Consumer<CaseEvent> hub;

    SimulatedPeople(Timeline time, SimulatedStore store, Ledger ledger, Consumer<CaseEvent> hub) {
        this.time = time;
        this.store = store;
        this.ledger = ledger;
        this.hub = hub;
    }

    void live() {
        time.after(time.upTo(Duration.ofDays(1)), () -> hub.accept(new Confirmed(time.now(), 0, true, "hash")));
        if (time.oneIn(3)) {
            time.after(time.upTo(Duration.ofDays(4)), () -> hub.accept(new WithdrawalAsked(time.now(), "hash")));
        }
        time.after(ROUND, this::round);
    }

    private void round() {
        for (var supplement : store.snapshot().supplements()) {
            hub.accept(new SupplementHandedIn(time.now(), supplement.id(), List.of(), "hash"));
        }
        for (var key : List.copyOf(store.snapshot().steps().keySet())) {
            if (store.isOpen()) {
                look(store.step(key));
            }
        }
        if (store.isOpen()) {
            time.after(ROUND, this::round);
        }
    }

    /** A question is looked into when all that was under way has arrived. */
    private void look(StepSnapshot step) {
        boolean question = step.state() == StepState.UNCERTAIN || step.state() == StepState.STUCK;
        if (question && step.since().plus(SETTLED).isBefore(time.now())) {
            var about = step.calls().about();
            var act = step.calls().acts().get(about);
            int revision = act == null ? 1 : act.revision();
            var entry = ledger.of(EffectKeys.of(store.snapshot().number(), step.key(), about, revision));
            boolean happened = entry != null && entry.standing() != Ledger.Standing.REFUSED;
            boolean decided = about == Purpose.ACT && entry != null && entry.isDecided();
            Map<String, Object> facts = happened && decided
                    ? Map.of("number", "N", "amountFen", 100, "paymentReference", "P", "paidAt", PAID_AT)
                    : Map.of();
            var resolution = happened ? Resolution.HAPPENED : Resolution.DID_NOT_HAPPEN;
            hub.accept(new Resolved(time.now(), step.key(), resolution, facts, "op", "looked"));
        }
    }
}
