package org.onewindow.cases.simulation;

import static org.onewindow.cases.Given.agreement;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.factsOf;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.payment;

import java.time.Duration;
import java.util.List;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Received;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Given;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation.Outcome.By;

/** One case's life under one seed: two nodes, a broker, a store, a department of every effect class, and the people. */
final class SimulatedCity {

    private static final int MOST_HAPPENINGS = 50_000;

    static final Department DEPARTMENT = department(
            operation("look", Effect.READ),
            operation("note", Effect.QUERY).query("find", Duration.ofSeconds(30)),
            operation("find", Effect.READ),
            operation("cancel-note", Effect.NONE),
            operation("register", Effect.KEY)
                    .kept(SimulatedDepartment.KEPT)
                    .outcome(By.CALLBACK, "state", Duration.ofHours(3)),
            operation("state", Effect.READ),
            operation("correct", Effect.KEY).kept(SimulatedDepartment.KEPT),
            operation("withdraw", Effect.KEY).kept(SimulatedDepartment.KEPT),
            operation("once", Effect.NONE),
            operation("queue", Effect.KEY).kept(SimulatedDepartment.KEPT).outcomeWithin(Duration.ofMinutes(5)),
            operation("cancel-queue", Effect.KEY).kept(SimulatedDepartment.KEPT),
            operation("bill", Effect.KEY).outcome(By.CALLBACK, "state", Duration.ofHours(4)),
            operation("refund", Effect.KEY));

    private static final Matter MATTER = matter(
            agreement("agreed", "seller"),
            call("look").forEach(_ -> List.of("x", "y")).refuseWhen("seized", input -> "seized"
                    .equals(factsOf(input, "look").get("number"))),
            call("note").after("look").undo("cancel-note"),
            call("queue").after("look").undo("cancel-queue"),
            payment("bill", 100, "2026-10-20").after("agreed", "note").undo("refund"),
            call("once").after("bill"),
            call("register")
                    .after("bill", "queue")
                    .supplement("correct")
                    .undo("withdraw")
                    .limitDays(3),
            call("last", "look").after("register", "once"));

    private final Timeline time;
    private final Ledger ledger = new Ledger();
    private final SimulatedStore store;
    private final SimulatedBroker broker;
    private final List<SimulatedNode> nodes;
    private final SimulatedPeople people;

    SimulatedCity(long seed) {
        time = new Timeline(seed);
        var machine = new CaseMachine(Given.YEAR_2026, Given.departments(DEPARTMENT));
        var number = new CaseNumber("OW260914-KAR4RJKH-2");
        store = new SimulatedStore(
                machine, CaseMachine.open(number, MATTER, Given.request(), "seed " + seed, time.now()));
        broker = new SimulatedBroker(time, this::deliver);
        var department = new SimulatedDepartment(
                time, ledger, event -> broker.hint(store.apply(event).commands()));
        nodes = List.of(node("node-a", department), node("node-b", department));
        store.afterEach(new SimulatedSweeper(time, store, broker, nodes)::watch);
        people = new SimulatedPeople(
                time, store, ledger, event -> broker.hint(store.apply(event).commands()));
    }

    private SimulatedNode node(String name, SimulatedDepartment department) {
        return new SimulatedNode(name, time, store, department, decision -> broker.hint(decision.commands()));
    }

    private void deliver(String step) {
        nodes.stream()
                .filter(SimulatedNode::isAlive)
                .skip(time.pick(2))
                .findFirst()
                .ifPresent(node -> node.take(step));
    }

    /** To its end, whatever happens on the way. */
    void live() {
        broker.hint(store.apply(new Received(time.now(), "hub")).commands());
        broker.hint(store.apply(new Checked(time.now(), List.of(), List.of())).commands());
        people.live();
        int happened = 0;
        while (happened < MOST_HAPPENINGS && time.goOn()) {
            happened++;
        }
        store.promise(!store.isOpen(), "a case comes to its end", "");
        reconcile();
    }

    /** The department's ledger against the hub's book. */
    private void reconcile() {
        for (var entry : ledger.entries()) {
            store.promise(
                    entry.times() == 1, "one effect for one key", entry.call().stepKey());
        }
        for (var step : store.snapshot().steps().values()) {
            reconcile(step);
        }
    }

    private void reconcile(StepSnapshot step) {
        var standing = ledger.standing(step.key(), Purpose.ACT);
        boolean act = !step.step().equals("agreed") && !List.of("look", "last").contains(step.step());
        if (act && step.state() == StepState.DONE) {
            store.promise(standing != null, "done here, and there", step.key());
        }
        boolean unpaid = step.step().equals("bill") && standing != null && !standing.isDecided();
        if (standing != null && !unpaid && step.state() != StepState.DONE) {
            store.promise(store.hasTask(step.key()), "what stands there is known here", step.key());
        }
    }

    String story() {
        return store.story();
    }

    CaseState end() {
        return store.snapshot().state();
    }
}
