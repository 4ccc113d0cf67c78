package org.onewindow.portal.webhooks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a delivery waits for its next attempt: 5 s, three times as long each time, at most 2 h, a fifth more or less by chance. */
final class BackOff {

    private static final double FIRST_MILLIS = 5_000;
    private static final double LONGEST_MILLIS = 2 * 3_600_000;
    private static final double FACTOR = 3;
    private static final double JITTER = 0.2;

    private BackOff() {}

    /** After so many earlier attempts that failed. */
    static Duration after(int attempts) {
        double millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(FACTOR, attempts));
        double chance = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis(Math.round(millis * chance));
    }
}
