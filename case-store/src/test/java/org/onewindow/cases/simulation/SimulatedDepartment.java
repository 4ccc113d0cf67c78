package org.onewindow.cases.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.Given;
import org.onewindow.cases.PlannedCall;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.simulation.Ledger.Entry;
import org.onewindow.cases.simulation.Ledger.Standing;
import org.onewindow.config.Effect;

/**
 * Honest, behind lines that are not: what it is asked may never arrive, arrive late, be answered with rubbish, or be done while
 * the answer gets lost. It knows the key of an act as long as it says, and not an hour longer.
 */
final class SimulatedDepartment {

    static final Duration KEPT = Duration.ofDays(2);

    private static final Duration NETWORK = Duration.ofMillis(200);
    private static final Duration SLOW_NETWORK = Duration.ofSeconds(25);
    private static final Duration DECIDES_WITHIN = Duration.ofDays(2);
    private static final Duration TELLS_AGAIN = Duration.ofMinutes(10);
    private static final Duration QUEUE = Duration.ofSeconds(30);

    private final Timeline time;
    private final Ledger ledger;
    private final Consumer<CaseEvent> hub;
    private int outcomes;

    SimulatedDepartment(Timeline time, Ledger ledger, Consumer<CaseEvent> hub) {
        this.time = time;
        this.ledger = ledger;
        this.hub = hub;
    }

    void receive(PlannedCall call, Consumer<DepartmentReply> caller) {
        if (time.trouble(2)) {
            time.after(time.upTo(NETWORK), () -> caller.accept(new Unavailable("connection refused", null)));
        } else if (!time.trouble(4)) {
            boolean answerLost = time.trouble(2);
            boolean rubbish = time.trouble(4);
            time.after(time.upTo(time.trouble(2) ? SLOW_NETWORK : NETWORK), () -> {
                var answer = serve(call);
                if (!answerLost) {
                    time.after(
                            time.upTo(time.trouble(4) ? SLOW_NETWORK : NETWORK),
                            () -> caller.accept(rubbish ? new Uncertain("rubbish") : answer));
                }
            });
        }
    }

    private DepartmentReply serve(PlannedCall call) {
        return switch (call.operation().id()) {
            case "look" -> new Answered(Map.of("number", time.oneIn(60) ? "seized" : "N"));
            case "find" -> new Answered(isDone(call) ? Map.of("number", "N") : Map.of());
            case "state" -> state(call);
            case "correct" -> once(call, this::corrected);
            case "withdraw" -> once(call, this::takenBack);
            case "cancel-note", "cancel-queue", "refund" -> once(call, this::takenBack);
            case "note", "once" -> once(call, entry -> entry.now(Standing.DONE));
            case "queue" -> queued(call);
            case "register", "bill" -> taken(call);
            default ->
                throw new IllegalStateException(
                        "no operation " + call.operation().id());
        };
    }

    private boolean isDone(PlannedCall call) {
        return ledger.of(call.key()) != null;
    }

    /** Does it, unless it knows the key. */
    private DepartmentReply once(PlannedCall call, Consumer<Entry> act) {
        if (!isKnown(call)) {
            act.accept(ledger.enter(call, time.now(), Standing.DONE));
        }
        return answerTo(ledger.known(call.key()));
    }

    private boolean isKnown(PlannedCall call) {
        var entry = ledger.of(call.key());
        boolean remembers =
                SimulatedCity.DEPARTMENT.operation(call.operation().id()).effect() == Effect.KEY;
        return entry != null
                && remembers
                && time.now().isBefore(entry.first().plus(KEPT).plus(KEPT));
    }

    private static DepartmentReply answerTo(Entry entry) {
        return entry.standing() == Standing.REFUSED
                ? new Refused("not-possible", "不能办理")
                : new Answered(Map.of("number", "N"));
    }

    private void corrected(Entry correction) {
        var main = ledger.standing(correction.call().stepKey(), Purpose.ACT);
        if (main != null && main.standing() == Standing.INCOMPLETE) {
            main.now(Standing.TAKEN);
            decideLater(main);
        }
    }

    /** A registration that is decided stays; everything else is taken back. */
    private void takenBack(Entry undoing) {
        var main = ledger.standing(undoing.call().stepKey(), Purpose.ACT);
        boolean stays = undoing.call().operation().id().equals("withdraw") && main != null && main.isDecided();
        if (stays) {
            undoing.now(Standing.REFUSED);
        } else if (main != null) {
            main.now(Standing.TAKEN_BACK);
        }
    }

    private DepartmentReply taken(PlannedCall call) {
        if (!isKnown(call)) {
            decideLater(ledger.enter(call, time.now(), Standing.TAKEN));
        }
        return new Pending(Map.of("receipt", "R"), null);
    }

    private DepartmentReply queued(PlannedCall call) {
        if (!isKnown(call)) {
            ledger.enter(call, time.now(), Standing.DONE);
        }
        time.after(time.upTo(QUEUE), () -> tell(ledger.known(call.key()), null));
        return new Pending(Map.of(), null);
    }

    private void decideLater(Entry entry) {
        time.after(time.upTo(DECIDES_WITHIN), () -> decide(entry));
    }

    private void decide(Entry entry) {
        if (entry.standing() != Standing.TAKEN) {
            return;
        }
        boolean registers = entry.call().operation().id().equals("register");
        if (registers && time.oneIn(4)) {
            entry.now(Standing.INCOMPLETE);
        } else {
            entry.now(registers && time.oneIn(12) ? Standing.REFUSED : Standing.DONE);
        }
        tell(entry, (long) ++outcomes);
    }

    /** By callback or queue; told again until it is heard, as the contracts have it, and sometimes once too often. */
    private void tell(Entry entry, @Nullable Long sequence) {
        var id = entry.call().key() + "/" + sequence;
        if (time.trouble(1)) {
            time.after(TELLS_AGAIN, () -> tell(entry, sequence));
        } else {
            time.after(time.upTo(time.trouble(2) ? DECIDES_WITHIN : NETWORK), () -> arrive(entry, id, sequence));
        }
        if (time.trouble(2)) {
            time.after(time.upTo(DECIDES_WITHIN), () -> arrive(entry, id, sequence));
        }
    }

    private void arrive(Entry entry, String id, @Nullable Long sequence) {
        var source = sequence == null ? OutcomeArrived.Source.QUEUE : OutcomeArrived.Source.CALLBACK;
        hub.accept(new OutcomeArrived(
                time.now(),
                entry.call().stepKey(),
                entry.call().about(),
                stateOf(entry),
                Given.DEPARTMENT,
                id,
                sequence,
                source));
    }

    private DepartmentReply state(PlannedCall call) {
        var entry = ledger.of(call.key());
        return entry == null ? new Pending(Map.of(), null) : stateOf(entry);
    }

    private static DepartmentReply stateOf(Entry entry) {
        return switch (entry.standing()) {
            case TAKEN -> new Pending(Map.of("receipt", "R"), null);
            case INCOMPLETE ->
                new SupplementNeeded(List.of(new SupplementNeeded.Item("SALE_CONTRACT", "不清")), Map.of());
            case DONE -> new Answered(Map.of("number", "N", "amountFen", 100, "paymentReference", "P"));
            case REFUSED, TAKEN_BACK -> new Refused("no", "不予登记");
        };
    }
}
