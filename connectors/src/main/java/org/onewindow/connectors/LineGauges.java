package org.onewindow.connectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How one department's line stands on this node, whatever revisions of it are there: measured as one. */
final class LineGauges implements AutoCloseable {

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Breaker breaker;
    private final MeterRegistry meters;
    private final List<Meter> registered;

    LineGauges(String department, Breaker first, MeterRegistry meters) {
        this.breaker = first;
        this.meters = meters;
        this.registered = List.of(
                Gauge.builder("hub.department.calls.under.way", underWay, AtomicInteger::get)
                        .description("Calls of this node that wait for an answer")
                        .tag("department", department)
                        .register(meters),
                Gauge.builder("hub.department.breaker", this, one -> one.breaker
                                .position()
                                .level())
                        .description("0 closed, 1 half open, 2 open: this node does not call")
                        .tag("department", department)
                        .register(meters));
    }

    /** From now on the department is called under this breaker. */
    void serves(Breaker newest) {
        breaker = newest;
    }

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    /** The department is gone. */
    @Override
    public void close() {
        registered.forEach(meters::remove);
    }
}
