package org.onewindow.portal.overload;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * For callers who wait for the end of their case ({@code Prefer: wait}): what they asked for is done, so they give their place in the
 * lane to others. Waiting is a preference; when many wait already, the next are answered at once.
 */
@Component
public final class WaitingRoom {

    /** Each looks at its case ten times a second; beyond that, waiting would cost more than it tells. */
    private static final int SEATS = 128;

    private final Lane seats = Lane.of(SEATS);

    /** A seat taken; closing gives it back. */
    public interface Seat extends AutoCloseable {

        /** How long one may wait in it; zero: not at all. */
        Duration time();

        @Override
        void close();
    }

    private record Taken(Lane seats, Duration time) implements Seat {
        @Override
        public void close() {
            seats.leave();
        }
    }

    private record Standing(Duration time) implements Seat {
        @Override
        public void close() {}
    }

    /** A seat for this long, or for no time where none is free. */
    public Seat take(Duration wish) {
        if (wish.isZero() || !seats.enter()) {
            return new Standing(Duration.ZERO);
        }
        Place.leave();
        return new Taken(seats, wish);
    }
}
