package org.onewindow.cases.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.Decision;
import org.onewindow.cases.PlannedCall;

/**
 * Does what the worker of a hub's node does: takes a hint, leases an act, sends, tells the answer. It may die or freeze between
 * any two of these; a frozen node that wakes after its lease does not send.
 */
final class SimulatedNode {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration FROZEN = Duration.ofMinutes(20);
    private static final Duration RESTART = Duration.ofMinutes(5);

    private final String name;
    private final Timeline time;
    private final SimulatedStore store;
    private final SimulatedDepartment department;
    private final Consumer<Decision> committed;
    private boolean alive = true;
    private int life;

    SimulatedNode(
            String name,
            Timeline time,
            SimulatedStore store,
            SimulatedDepartment department,
            Consumer<Decision> committed) {
        this.name = name;
        this.time = time;
        this.store = store;
        this.department = department;
        this.committed = committed;
    }

    boolean isAlive() {
        return alive;
    }

    /** Everything in its memory is lost. */
    void die() {
        if (alive) {
            alive = false;
            life++;
            time.after(time.upTo(RESTART), () -> alive = true);
        }
    }

    void take(String step) {
        next(() -> store.callOf(step, time.now()).ifPresent(call -> {
            if (call.act()) {
                lease(call);
            } else {
                send(call);
            }
        }));
    }

    private void lease(PlannedCall call) {
        next(() -> {
            var until = time.now().plus(LEASE);
            var leased = new CaseEvent.Leased(time.now(), call.stepKey(), call.attempt(), name, until);
            if (tell(leased).accepted()) {
                next(() -> sendWithin(call, until));
            }
        });
    }

    private void sendWithin(PlannedCall call, Instant until) {
        if (time.now().plus(TIMEOUT).isAfter(until)) {
            return;
        }
        send(call);
    }

    private void send(PlannedCall call) {
        store.promise(store.isOpen() || !call.act(), "nothing is asked for a closed case", call.stepKey());
        var answer = new Answer(call);
        department.receive(call, answer::came);
        time.after(TIMEOUT, () -> answer.came(new Uncertain("read timed out")));
    }

    /** The first thing that is heard of a call counts. */
    private final class Answer {

        private final PlannedCall call;
        private boolean heard;

        Answer(PlannedCall call) {
            this.call = call;
        }

        void came(DepartmentReply reply) {
            if (!heard) {
                heard = true;
                next(() -> tell(new CaseEvent.Replied(
                        time.now(), call.stepKey(), call.attempt(), call.purpose(), reply, name)));
            }
        }
    }

    private Decision tell(CaseEvent event) {
        var decision = store.apply(event);
        if (!time.trouble(2)) {
            committed.accept(decision);
        }
        return decision;
    }

    /** Goes on in a moment, or when it thaws, or never. */
    private void next(Runnable what) {
        int born = life;
        if (!alive) {
            return;
        }
        if (time.trouble(3)) {
            die();
        }
        time.after(time.upTo(time.trouble(2) ? FROZEN : MOMENT), () -> {
            if (alive && life == born) {
                what.run();
            }
        });
    }
}
