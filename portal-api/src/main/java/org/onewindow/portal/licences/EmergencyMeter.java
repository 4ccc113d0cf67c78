package org.onewindow.portal.licences;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Emergencies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many emergencies nobody confirmed within a day, to alarm on; looked up at most once a minute, and no scrape waits for it. */
@Component
final class EmergencyMeter {

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyMeter.class);
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private final Emergencies emergencies;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = new Seen(Double.NaN, System.nanoTime() - FRESH_NANOS);

    EmergencyMeter(LicenceStore store, MeterRegistry meters) {
        this.emergencies = store.emergencies();
        Gauge.builder("hub.licences.emergencies.late", this, EmergencyMeter::late)
                .description("Emergencies that no second person confirmed within a day")
                .register(meters);
    }

    private record Seen(double late, long at) {}

    /** As of the last look; NaN before the first, or while the database is away. */
    private double late() {
        var known = seen;
        if (System.nanoTime() - known.at() >= FRESH_NANOS && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("emergencies").start(this::look);
        }
        return known.late();
    }

    private void look() {
        try {
            seen = new Seen(emergencies.late(), System.nanoTime());
        } catch (DataAccessException away) {
            LOG.debug("the database is away, so nobody knows which emergencies wait");
            seen = new Seen(Double.NaN, System.nanoTime());
        } finally {
            looking.set(false);
        }
    }
}
