package org.onewindow.connectors.jms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * By what one department's answers are found, in all its revisions that live on this node: each of them listens to the department's
 * queue, and none knows for which of them an answer is. Safe for many threads.
 */
public final class LivingRules {

    private final List<Correlating> rules = new CopyOnWriteArrayList<>();

    void add(Correlating rule) {
        rules.add(rule);
    }

    void remove(Correlating rule) {
        rules.remove(rule);
    }

    /** What it may bear, each once and none empty. */
    List<String> numbers(QueueAnswer answer, BiFunction<Correlating, QueueAnswer, String> way) {
        var numbers = new LinkedHashSet<String>();
        rules.forEach(rule -> numbers.add(way.apply(rule, answer)));
        numbers.remove("");
        return new ArrayList<>(numbers);
    }
}
