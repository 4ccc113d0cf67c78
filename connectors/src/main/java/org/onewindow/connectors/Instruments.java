package org.onewindow.connectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.onewindow.canonical.Spans;

/** Where the hub's flows leave their measures and traces. Neither ever bears a number of a person or of a case. */
public record Instruments(MeterRegistry meters, Spans spans) {

    /** Nobody looks. */
    public static Instruments unwatched() {
        return new Instruments(new SimpleMeterRegistry(), Spans.NONE);
    }
}
