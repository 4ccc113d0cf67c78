package org.onewindow.benchmarks.bench;

/**
 * One goal, measured.
 *
 * @param sound whether the measurement counts: its yard-stick stood still, and its answers were right
 * @param note the numbers behind it
 */
record Finding(Goal goal, double value, boolean sound, String note) {

    boolean missed() {
        return sound && !goal.isMet(value);
    }

    String verdict() {
        if (!sound) {
            return "void";
        }
        return missed() ? "MISSED" : "met";
    }
}
