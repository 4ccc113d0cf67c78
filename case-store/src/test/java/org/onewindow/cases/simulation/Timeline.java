package org.onewindow.cases.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** The simulated clock, and everything that is going to happen by it; chance comes of the seed alone. */
final class Timeline {

    private static final Instant MONDAY_NINE = Instant.parse("2026-09-14T01:00:00Z");

    private record Happening(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::order));
    private final Random chance;
    private final Instant calmFrom;
    private final int trouble;
    private Instant now = MONDAY_NINE;
    private long order;

    /** Trouble of some strength, from none to one call in three, for minutes or for days; after that all goes well. */
    Timeline(long seed) {
        this.chance = new Random(seed);
        this.trouble = chance.nextInt(34);
        this.calmFrom = MONDAY_NINE.plus(Duration.ofMinutes(1L << chance.nextInt(13)));
    }

    Instant now() {
        return now;
    }

    void after(Duration time, Runnable what) {
        agenda.add(new Happening(now.plus(time), order++, what));
    }

    /** The next thing happens; false: nothing is left to happen. */
    boolean goOn() {
        var next = agenda.poll();
        if (next == null) {
            return false;
        }
        now = next.at;
        next.what.run();
        return true;
    }

    /** Something goes wrong: one of the ways in {@code ways}, each as likely. */
    boolean trouble(int ways) {
        return now.isBefore(calmFrom) && chance.nextInt(100 * ways) < trouble;
    }

    boolean isCalm() {
        return !now.isBefore(calmFrom);
    }

    boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    int pick(int many) {
        return chance.nextInt(many);
    }

    /** Up to this long; short times are the likelier, as in life. */
    Duration upTo(Duration longest) {
        return Duration.ofNanos((longest.toNanos() / 100 * (1 + chance.nextInt(100))) >> chance.nextInt(5));
    }
}
