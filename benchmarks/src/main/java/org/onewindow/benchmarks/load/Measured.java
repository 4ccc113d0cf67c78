package org.onewindow.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one load brought.
 *
 * @param bad answers with another status than hoped for, or none
 * @param refusals how many of them had which status; 0: no answer at all
 * @param wrong answers that were looked at and did not fit their question
 * @param micros how long each took, µs; in an open loop from when it was meant to start
 */
public record Measured(
        long requests, long bad, Map<Integer, Integer> refusals, long wrong, Duration took, Histogram micros) {

    public double perSecond() {
        return requests * 1e9 / took.toNanos();
    }

    /** Answers as hoped for, a second. */
    public double goodPerSecond() {
        return (requests - bad) * 1e9 / took.toNanos();
    }

    public double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
