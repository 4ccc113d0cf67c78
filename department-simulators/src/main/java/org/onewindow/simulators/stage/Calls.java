package org.onewindow.simulators.stage;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The calls that the departments received, so that tests can prove that one was never asked. */
public final class Calls {

    /** The oldest go first when there are more. */
    private static final int KEPT = 100_000;

    private final Clock clock;
    private final Queue<Call> calls = new ArrayDeque<>();

    public Calls(Clock clock) {
        this.clock = clock;
    }

    public synchronized Call received(String department, String operation) {
        if (calls.size() == KEPT) {
            calls.remove();
        }
        var call = new Call(department, operation, clock.instant());
        calls.add(call);
        return call;
    }

    public synchronized List<Call.Seen> all() {
        return calls.stream().map(Call::seen).toList();
    }

    synchronized void clear() {
        calls.clear();
    }
}
