package org.onewindow.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.onewindow.licences.blobs.BucketWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** What the bucket for uploads was asked, as metrics; and how it answered last, as a part of the node's health. */
final class BucketMeters implements BucketWatch, HealthIndicator {

    /** No word by which the whole is judged: without its bucket a node still does everything but take and give files. */
    static final Status AWAY = new Status("AWAY");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(25)
    };

    private final MeterRegistry meters;
    private volatile Status last = Status.UNKNOWN;

    BucketMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("hub.bucket.reachable", this, BucketMeters::reachable)
                .description("1: the bucket did what it was asked last; 0: it did not")
                .register(meters);
    }

    @Override
    public void asked(Call call) {
        var fault = call.fault();
        last = fault == null ? Status.UP : AWAY;
        var operation = call.operation().code();
        Timer.builder("hub.bucket.calls")
                .description("What the bucket was asked, by how it ended")
                .tags("operation", operation, "outcome", fault == null ? "done" : fault.code())
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(call.time());
        if (call.bytes() > 0) {
            meters.counter("hub.bucket.bytes", "operation", operation).increment(call.bytes());
        }
    }

    @Override
    public Health health() {
        return Health.status(last).build();
    }

    private double reachable() {
        return last.equals(Status.UNKNOWN) ? Double.NaN : last.equals(Status.UP) ? 1 : 0;
    }
}
