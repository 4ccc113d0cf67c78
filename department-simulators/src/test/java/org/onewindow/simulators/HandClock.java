package org.onewindow.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A clock that runs, and that a test moves on. It starts at ten in the morning of 24 November 2026, in Beijing. */
final class HandClock extends Clock {

    private final ZoneId zone;
    private final Offset offset;

    HandClock() {
        this(
                ZoneId.of("Asia/Shanghai"),
                new Offset(Duration.between(
                        Instant.now(),
                        OffsetDateTime.parse("2026-11-24T10:00:00+08:00").toInstant())));
    }

    private HandClock(ZoneId zone, Offset offset) {
        this.zone = zone;
        this.offset = offset;
    }

    void advance(Duration by) {
        offset.value = offset.value.plus(by);
    }

    /** Goes to this time of the clock's own day, or of the next. */
    void advanceTo(int hour, int minute) {
        var now = instant().atZone(zone);
        var then = now.withHour(hour).withMinute(minute).withSecond(0);
        advance(Duration.between(now, then.isBefore(now) ? then.plusDays(1) : then));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(other, offset);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.value);
    }

    private static final class Offset {

        private volatile Duration value;

        private Offset(Duration value) {
            this.value = value;
        }
    }
}
