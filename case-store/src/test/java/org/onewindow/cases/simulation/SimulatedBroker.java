package org.onewindow.cases.simulation;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.onewindow.cases.Command;

/** Carries hints, not truth: it may lose them, bring them twice, late and in any order. */
final class SimulatedBroker {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Timeline time;
    private final Consumer<String> consumer;

    SimulatedBroker(Timeline time, Consumer<String> consumer) {
        this.time = time;
        this.consumer = consumer;
    }

    void hint(List<Command> commands) {
        for (var command : commands) {
            if (command instanceof Command.Dispatch(String step, String _)) {
                hint(step);
            }
        }
    }

    private void hint(String step) {
        if (time.trouble(1)) {
            return;
        }
        time.after(time.upTo(time.trouble(1) ? LATE : QUICK), () -> consumer.accept(step));
        if (time.trouble(1)) {
            time.after(time.upTo(LATE), () -> consumer.accept(step));
        }
    }
}
