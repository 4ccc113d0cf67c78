package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that several processes share: the system's time plus an offset that stands in a small file, in milliseconds.
 *
 * <p>For the demo and for tests: {@link #advance} moves the hub and the simulators together. Read again at most every 100 ms.
 */
public final class SharedClock extends Clock {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final long FRESH_NANOS = Duration.ofMillis(100).toNanos();

    private final Path file;
    private final ZoneId zone;
    private volatile Reading reading;

    public SharedClock(Path file) {
        this(file, BEIJING);
    }

    private SharedClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
        this.reading = read();
    }

    /** Moves the clock on for everybody who shares the file. */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock only goes forward, not by " + by);
        }
        var next = Math.addExact(read().offsetMillis, by.toMillis());
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "clock", ".tmp");
            Files.writeString(draft, Long.toString(next));
            Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the shared clock " + file.getFileName(), failure);
        }
        reading = read();
        return instant();
    }

    public Duration offset() {
        return Duration.ofMillis(current().offsetMillis);
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(current().offsetMillis);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SharedClock(file, other);
    }

    private Reading current() {
        var last = reading;
        if (System.nanoTime() - last.atNanos > FRESH_NANOS) {
            last = read();
            reading = last;
        }
        return last;
    }

    private Reading read() {
        try {
            return new Reading(Long.parseLong(Files.readString(file).strip()), System.nanoTime());
        } catch (NoSuchFileException notMovedYet) {
            return new Reading(0, System.nanoTime());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the shared clock " + file.getFileName(), failure);
        }
    }

    private record Reading(long offsetMillis, long atNanos) {}
}
