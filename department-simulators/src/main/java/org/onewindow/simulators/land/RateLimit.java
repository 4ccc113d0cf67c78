package org.onewindow.simulators.land;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many calls in each span of time, over the last span and not by the clock's marks. */
final class RateLimit {

    private final int calls;
    private final Duration span;
    private final Deque<Instant> taken = new ArrayDeque<>();

    RateLimit(int calls, Duration span) {
        this.calls = calls;
        this.span = span;
    }

    /** How long to wait; zero where the call may go on. */
    synchronized Duration take(Instant now) {
        while (!taken.isEmpty() && !taken.getFirst().plus(span).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() >= calls) {
            return Duration.between(now, taken.getFirst().plus(span));
        }
        taken.addLast(now);
        return Duration.ZERO;
    }

    synchronized void clear() {
        taken.clear();
    }
}
