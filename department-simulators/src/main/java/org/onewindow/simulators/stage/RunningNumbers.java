package org.onewindow.simulators.stage;

import java.time.Clock;
import java.time.Year;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The departments' running numbers. They start from the time of the start, so that a process started again does not
 * give out the numbers of the one before, which the hub still knows.
 */
public final class RunningNumbers {

    private static final long CERTIFICATES = 10_000_000;

    private final Clock clock;
    private final AtomicLong next;
    private final AtomicLong nextCertificate;

    public RunningNumbers(Clock clock) {
        this.clock = clock;
        next = new AtomicLong(clock.millis());
        nextCertificate = new AtomicLong(clock.instant().getEpochSecond() / 60);
    }

    /** Such as {@code SS20261790000000000}. */
    public String next(String prefix) {
        return prefix + Year.now(clock) + next.getAndIncrement();
    }

    /** Such as {@code 鲁(2026)济南市不动产权第0012345号}. */
    public String nextCertificate() {
        return "鲁(%d)济南市不动产权第%07d号"
                .formatted(Year.now(clock).getValue(), nextCertificate.getAndIncrement() % CERTIFICATES);
    }
}
