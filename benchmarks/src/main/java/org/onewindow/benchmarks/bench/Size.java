package org.onewindow.benchmarks.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp requests before anything counts: below some 40,000 the JIT is not done
 * @param requests that count
 * @param atMost of one load, whatever it has done then
 * @param cases of a whole life
 * @param whole the time of all scenarios together; what does not fit is told as not measured
 */
record Size(long warmUp, long requests, Duration atMost, long cases, Duration whole) {

    static final Size FULL = new Size(40_000, 20_000, Duration.ofMinutes(2), 5_000, Duration.ofMinutes(19));
    static final Size QUICK = new Size(2_000, 1_500, Duration.ofSeconds(15), 300, Duration.ofSeconds(310));

    Size dividedBy(int parts) {
        return new Size(warmUp / parts, requests / parts, atMost, cases / parts, whole);
    }
}
