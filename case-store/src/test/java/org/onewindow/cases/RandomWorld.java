package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.canonical.EffectKey;
import org.onewindow.cases.CaseEvent.AlarmRang;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.OutcomeArrived;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.Resolved;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.cases.CaseEvent.Unmappable;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;

/**
 * A department that keeps a ledger of effects, lines that cut, delay and double, nodes that die, and operators who look before
 * they decide. After every event the promises of the machine are checked.
 */
final class RandomWorld {

    private static final int ALL_GOES_WELL = 86;
    private static final Map<String, Object> PAID =
            Map.of("amountFen", 100, "paymentReference", "P", "paidAt", "2026-09-02T10:00:00+08:00");

    private final Department department;
    private final Play play;
    private final Map<EffectKey, Integer> ledger = new HashMap<>();
    private final Map<String, EffectKey> keys = new HashMap<>();
    private final List<CaseEvent> onTheLine = new ArrayList<>();
    private final Set<String> leased = new HashSet<>();
    private final boolean kind;
    private int replies;

    /**
     * With this department.
     *
     * @param kind nobody refuses, withdraws or disagrees: most such cases come to a good end, whatever the lines do
     */
    RandomWorld(Matter matter, Department department, boolean kind) {
        this.department = department;
        this.kind = kind;
        this.play = Play.accepted(matter, department);
        check();
    }

    Play play() {
        return play;
    }

    /** One thing happens; the number decides which and how. */
    void step(int chance) {
        var steps = List.copyOf(play.snapshot().steps().keySet());
        var key = steps.get(chance / 7 % steps.size());
        switch (chance % 14) {
            case 0, 1, 2, 3, 4 -> call(key, chance / 100);
            case 5 -> play.wait(Duration.ofSeconds(chance % 400));
            case 6 -> play.sleep(Duration.ofHours(chance % 30));
            case 7 -> deliverOrDouble(chance);
            case 8 -> outcome(key, chance / 100);
            case 9 -> resolve(key, chance / 100);
            case 10 -> people(chance / 100);
            case 11 -> play.on(new AlarmRang(play.now()));
            case 12 -> play.retry(key);
            default -> dieOrFail(key, chance / 100);
        }
        check();
    }

    /** A node takes the step where it may; the department acts or not, and the answer comes, is lost or is late. */
    private void call(String key, int chance) {
        if (!play.isCallable(key)) {
            return;
        }
        var call = play.call(key);
        assertThat(play.snapshot().state().isOpen())
                .as("a step of a closed case is called")
                .isTrue();
        if (call.act() && !lease(call)) {
            return;
        }
        boolean arrives = chance % 5 != 0;
        if (arrives && call.act()) {
            effect(call);
        }
        var reply = arrives ? reply(call, chance / 5) : chance % 2 == 0 ? away() : unknown();
        send(new Replied(play.now(), key, call.attempt(), call.purpose(), reply, "node-a"), chance / 50);
    }

    private boolean lease(PlannedCall call) {
        play.on(new Leased(
                play.now(), call.stepKey(), call.attempt(), "node-a", play.now().plusSeconds(40)));
        if (play.decision().accepted()) {
            var act = call.stepKey() + "/" + call.about() + "/" + call.revision();
            assertThat(keys.merge(act, call.key(), (first, _) -> first))
                    .as("key of " + act)
                    .isEqualTo(call.key());
            assertThat(leased.add(call.stepKey() + call.attempt()))
                    .as("two leases of one attempt")
                    .isTrue();
        }
        return play.decision().accepted();
    }

    /** What the department does: with a known key nothing more, without one once more. */
    private void effect(PlannedCall call) {
        var effect = department.operation(call.operation().id()).effect();
        if (effect == Effect.KEY) {
            ledger.put(call.key(), 1);
        } else {
            ledger.merge(call.key(), 1, Integer::sum);
        }
        if (effect != Effect.KEY) {
            assertThat(ledger.get(call.key()))
                    .as("effects of " + call.stepKey() + " " + call.operation().id())
                    .isEqualTo(1);
        }
    }

    private DepartmentReply reply(PlannedCall call, int chance) {
        if (call.purpose() == Purpose.QUERY) {
            boolean happened = ledger.containsKey(call.key());
            return chance % 4 == 0 ? away() : new Answered(happened ? Map.of("number", "N") : Map.of());
        }
        if (!call.act()) {
            return chance % 9 == 0 ? away() : chance % 31 == 0 && !kind ? new Refused("no", "不") : yes(chance);
        }
        return switch (chance % 12) {
            case 0, 1 -> unknown();
            case 2 -> new Pending(Map.of("receipt", "R"), null);
            case 3 -> call.purpose() == Purpose.ACT ? supplement() : yes(chance);
            default -> yes(chance);
        };
    }

    private DepartmentReply yes(int chance) {
        var number = chance % 40 == 0 && !kind ? "seized" : "N";
        return new Answered(Map.of("number", number, "amountFen", chance % 9 == 0 && !kind ? 99 : 100));
    }

    private static DepartmentReply away() {
        return new Unavailable("connection refused", null);
    }

    private static DepartmentReply unknown() {
        return new Uncertain("read timed out");
    }

    private static DepartmentReply supplement() {
        return new SupplementNeeded(List.of(new SupplementNeeded.Item("c", "r")), Map.of());
    }

    /** Now, or later, or never. */
    private void send(CaseEvent event, int chance) {
        if (chance % 4 != 0) {
            play.on(event);
        }
        if (chance % 3 == 0) {
            onTheLine.add(event);
        }
    }

    private void deliverOrDouble(int chance) {
        if (!onTheLine.isEmpty()) {
            var event = (Replied) onTheLine.get(chance % onTheLine.size());
            play.on(new Replied(
                    play.now(), event.stepKey(), event.attempt(), event.purpose(), event.reply(), event.node()));
        }
    }

    /** The department tells an outcome of an act that it has in its ledger. */
    private void outcome(String key, int chance) {
        if (isInLedger(key)) {
            var reply =
                    switch (chance % 7) {
                        case 0 -> kind ? yes(chance) : new Refused("no", "不");
                        case 1 -> supplement();
                        case 2 -> new Pending(Map.of(), null);
                        case 3 -> unknown();
                        default -> yes(chance);
                    };
            tell(key, reply, chance % 5 == 0 ? null : (long) (chance % 20));
        }
    }

    private Purpose told(String key) {
        return play.step(key).isBeingUndone() ? Purpose.UNDO : Purpose.ACT;
    }

    private boolean isInLedger(String key) {
        var about = told(key);
        var revision = play.step(key).calls().act(about).revision();
        return ledger.containsKey(EffectKeys.of(play.snapshot().number(), key, about, revision));
    }

    private void tell(String key, DepartmentReply reply, @Nullable Long sequence) {
        var source = replies % 2 == 0 ? OutcomeArrived.Source.QUEUE : OutcomeArrived.Source.CALLBACK;
        play.on(new OutcomeArrived(
                play.now(), key, told(key), reply, Given.DEPARTMENT, "r" + replies++, sequence, source));
    }

    /** The operator looks into the department's own ledger first. */
    private void resolve(String key, int chance) {
        var step = play.step(key);
        var about = step.calls().about();
        var known =
                EffectKeys.of(play.snapshot().number(), key, about, step.act().revision());
        boolean inFlight = onTheLine.stream()
                .anyMatch(event ->
                        event instanceof Replied replied && replied.stepKey().equals(key));
        var not = chance % 2 == 0 || inFlight ? Resolution.DID_NOT_HAPPEN : Resolution.REPEAT;
        var resolution = ledger.containsKey(known) ? Resolution.HAPPENED : not;
        var facts = key.equals("pay") && chance % 3 != 1 ? PAID : Map.<String, Object>of();
        play.on(new Resolved(play.now(), key, resolution, facts, "op", "looked"));
    }

    private void people(int chance) {
        switch (kind ? 2 + chance % 6 : chance % 8) {
            case 0 -> play.on(new WithdrawalAsked(play.now(), "hash"));
            case 1 -> play.on(new Confirmed(play.now(), 0, false, "hash"));
            case 2, 3, 4 -> play.on(new Confirmed(play.now(), 0, true, "hash"));
            default -> play.on(new SupplementHandedIn(play.now(), "s" + (1 + chance % 3), List.of(), "hash"));
        }
    }

    private void dieOrFail(String key, int chance) {
        if (chance % 4 == 0 && play.isCallable(key)) {
            play.on(new Unmappable(play.now(), key, "code", "reason", kind || chance % 8 == 0));
        } else if (play.isCallable(key) && play.call(key).act()) {
            var call = play.call(key);
            if (lease(call) && chance % 2 == 0) {
                effect(call);
            }
        }
    }

    /** From now on lines hold, departments answer, operators look and the applicant does what is asked: the case must end. */
    void calmDown() {
        onTheLine.clear();
        for (int round = 0; round < 300 && play.snapshot().state().isOpen(); round++) {
            play.on(new Confirmed(play.now(), 0, true, "hash"));
            for (var supplement : play.snapshot().supplements()) {
                play.on(new SupplementHandedIn(play.now(), supplement.id(), List.of(), "hash"));
            }
            for (var key : List.copyOf(play.snapshot().steps().keySet())) {
                attend(key);
            }
            play.sleep(Duration.ofMinutes(round)).on(new AlarmRang(play.now()));
            check();
        }
        promise(!play.snapshot().state().isOpen(), "a case in a calm world comes to its end");
    }

    private void attend(String key) {
        switch (play.step(key).state()) {
            case STUCK, UNCERTAIN -> resolve(key, 0);
            case READY, UNDOING -> call(key, ALL_GOES_WELL);
            case WAITING -> {
                if (play.isCallable(key)) {
                    call(key, ALL_GOES_WELL);
                } else {
                    tell(key, yes(1), null);
                }
            }
            case PLANNED, CALLING, RETRYING, SUPPLEMENT, DONE, REFUSED, SKIPPED, CANCELLED, EXPIRED, UNDONE -> {
                // time or somebody else moves it
            }
        }
    }

    private void check() {
        var snapshot = play.snapshot();
        boolean open = snapshot.state().isOpen();
        promise((play.alarm() != null) == open, "an alarm, and only while open");
        promise((snapshot.why() != null) == open, "an explanation, and only while open");
        for (var step : snapshot.steps().values()) {
            promise(step.state().isFinal() || step.why() != null, "every step that is not final is explained");
            promise(open || step.state().isFinal(), "a closed case has no open step");
            promise(open || !play.isCallable(step.key()), "no step of a closed case is called");
            promise(
                    (step.state() == StepState.CALLING) == (step.lease() != null),
                    "a lease while calling, and only then");
            boolean operators = step.state() == StepState.STUCK || step.state() == StepState.UNCERTAIN;
            promise(!operators || !play.tasks().isEmpty(), "what is left to an operator has a task");
        }
    }

    private void promise(boolean kept, String what) {
        if (!kept) {
            throw new AssertionError(what + ": " + play.snapshot().steps().values() + ", trace " + play.traceKinds());
        }
    }
}
