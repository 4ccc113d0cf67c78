package org.onewindow.hub;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Numbers of 20 digits that no two calls of any node share: milliseconds that never stand still, and this process's own digits. */
final class Serials implements Supplier<String> {

    private static final int OWN_DIGITS = 10_000_000;

    private final int own = new SecureRandom().nextInt(OWN_DIGITS);
    private final AtomicLong last = new AtomicLong();

    @Override
    public String get() {
        long millis = last.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis()));
        return "%013d%07d".formatted(millis, own);
    }
}
