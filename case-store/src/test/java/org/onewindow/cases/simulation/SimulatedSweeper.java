package org.onewindow.cases.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.onewindow.cases.CaseEvent.AlarmRang;

/** Rings the case's alarm within a second of its time, as long as any node lives. */
final class SimulatedSweeper {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Timeline time;
    private final SimulatedStore store;
    private final SimulatedBroker broker;
    private final List<SimulatedNode> nodes;
    private Instant next = Instant.MAX;

    SimulatedSweeper(Timeline time, SimulatedStore store, SimulatedBroker broker, List<SimulatedNode> nodes) {
        this.time = time;
        this.store = store;
        this.broker = broker;
        this.nodes = nodes;
    }

    /** The alarm may have been set to another time. */
    void watch() {
        var alarm = store.alarm();
        if (alarm != null && alarm.isBefore(next)) {
            var wait = Duration.between(time.now(), alarm);
            at((wait.isNegative() ? Duration.ZERO : wait).plus(time.upTo(SECOND)));
        }
    }

    private void at(Duration wait) {
        var when = time.now().plus(wait);
        next = when;
        time.after(wait, () -> sweep(when));
    }

    private void sweep(Instant when) {
        if (!when.equals(next)) {
            return;
        }
        next = Instant.MAX;
        if (nodes.stream().noneMatch(SimulatedNode::isAlive)) {
            at(SECOND);
        } else if (store.isOpen()) {
            broker.hint(store.apply(new AlarmRang(time.now())).commands());
        }
    }
}
