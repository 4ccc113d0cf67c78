package org.onewindow.config;

import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation of a JSONata program may use up: steps, depth, memory and time.
 *
 * <p>The library's own bounds know neither memory nor what happens inside a built-in; a configuration must not be able to stop a node.
 * For one thread and one evaluation.
 */
final class Fuel {

    private static final int STEPS = 2_000_000;
    /** Elements of lists and objects and characters of texts, over all intermediate results. */
    private static final int MEMORY = 2_000_000;

    private static final int DEPTH = 500;
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 64;

    private static final String TOO_MUCH = "it makes more than " + MEMORY + " elements and characters";

    private final IdentityHashMap<Object, Long> weights = new IdentityHashMap<>();
    private final long deadline = System.nanoTime() + TIME.toNanos();
    private int steps = STEPS;
    private int memory = MEMORY;
    private int depth;

    /** One more sub-expression is entered. */
    void enter() {
        if (--steps < 0) {
            throw new Exhausted("it takes more than " + STEPS + " steps");
        }
        if (++depth > DEPTH) {
            throw new Exhausted("it nests deeper than " + DEPTH);
        }
        if (steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            lookAtTheClock();
        }
    }

    /** A sub-expression brought this result. */
    void leave(@Nullable Object result) {
        depth--;
        use(sizeOf(result));
        weigh(result);
    }

    void use(int amount) {
        memory -= amount;
        if (memory < 0) {
            throw new Exhausted(TOO_MUCH);
        }
    }

    private void lookAtTheClock() {
        if (System.nanoTime() - deadline > 0) {
            throw new Exhausted("it takes longer than " + TIME.toSeconds() + " s");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new Exhausted("it was interrupted");
        }
    }

    private static int sizeOf(@Nullable Object result) {
        return switch (result) {
            case null -> 0;
            case CharSequence text -> text.length();
            case Collection<?> many -> many.size();
            case Map<?, ?> object -> object.size();
            default -> 1;
        };
    }

    /** How large a value is when its shared parts are written out: lists of the same lists grow without bound in a few steps. */
    private long weigh(@Nullable Object value) {
        return switch (value) {
            case Collection<?> many -> weigh(many, many);
            case Map<?, ?> object -> weigh(object, object.values());
            case null, default -> sizeOf(value);
        };
    }

    private long weigh(Object whole, Collection<?> parts) {
        var known = weights.get(whole);
        if (known != null) {
            return known;
        }
        long weight = parts.size();
        for (var part : parts) {
            weight += weigh(part);
            if (weight > MEMORY) {
                throw new Exhausted(TOO_MUCH);
            }
        }
        weights.put(whole, weight);
        return weight;
    }

    /** The evaluation ran out of one of its bounds. */
    static final class Exhausted extends RuntimeException {
        Exhausted(String message) {
            super(message, null, false, false);
        }
    }
}
