package org.onewindow.portal.overload;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request's place in its lane; given back once, by whoever comes first to it. */
final class Place implements AutoCloseable {

    /** The place of the request that this thread works on. */
    static final ScopedValue<Place> OWN = ScopedValue.newInstance();

    private final Lane lane;
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(Lane lane) {
        this.lane = lane;
    }

    /** Null: the lane is full. */
    static @Nullable Place take(Lane lane) {
        return lane.enter() ? new Place(lane) : null;
    }

    /** For a request that only waits from now on. */
    static void leave() {
        if (OWN.isBound()) {
            OWN.get().close();
        }
    }

    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            lane.leave();
        }
    }
}
