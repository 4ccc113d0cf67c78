package org.onewindow.benchmarks.stub;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the departments really did: one line for each effect key, as {@code department case key times}. */
final class Ledger {

    private record Effect(String department, String number) {}

    private final Map<String, Effect> effects = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    /** The same key again is the same effect: the department knows it. */
    void enter(String department, String number, String key) {
        effects.putIfAbsent(key, new Effect(department, number));
        times.merge(key, 1, Integer::sum);
    }

    int effects() {
        return effects.size();
    }

    String text() {
        var text = new StringBuilder();
        effects.forEach((key, effect) -> text.append(effect.department())
                .append(' ')
                .append(effect.number())
                .append(' ')
                .append(key)
                .append(' ')
                .append(times.get(key))
                .append('\n'));
        return text.toString();
    }
}
