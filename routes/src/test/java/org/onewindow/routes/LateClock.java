package org.onewindow.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, later by as much as a test says. */
final class LateClock extends Clock {

    private volatile Duration by = Duration.ZERO;

    void lateBy(Duration time) {
        by = time;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(by);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), by);
    }
}
