package org.onewindow.benchmarks.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp requests before anything counts: below some 40,000 the JIT is not done
 * @param requests that count
 * @param atMost of one load, whatever it has done then
 * @param cases of a whole life
 */
record Size(long warmUp, long requests, Duration atMost, long cases) {

    static final Size FULL = new Size(40_000, 20_000, Duration.ofMinutes(4), 5_000);
    static final Size QUICK = new Size(3_000, 2_000, Duration.ofSeconds(30), 500);
}
