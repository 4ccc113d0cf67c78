package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the departments did, held against what the hub says it had done: each effect once, none missing, none too many.
 *
 * @param lines what the departments' own ledgers say
 * @param differences what does not agree; empty: all well
 */
record Ledgers(List<String> lines, List<String> differences) {

    /** What departments and citizens do by themselves, asked by no act of the hub. */
    private static final Set<String> THEIR_OWN =
            Set.of("bill-paid", "bill-closed", "transfer-registered", "transfer-rejected", "withdrawal-paid");

    private static final Set<String> TAKEN = Set.of("answered", "pending");
    private static final Set<String> OVER = Set.of("done", "undone");

    /**
     * Compares one case.
     *
     * @param effects the departments' ledgers, as their control API gives them
     * @param exported the case's row of the hub's export
     */
    static Ledgers compare(JsonNode exported, JsonNode effects) {
        return compare(exported.path("case").asText(), effects, acts(exported));
    }

    private static Ledgers compare(String number, JsonNode effects, Map<String, Integer> acts) {
        var lines = new ArrayList<String>();
        var differences = new ArrayList<String>();
        var left = new TreeMap<>(acts);
        var seen = new HashSet<String>();
        for (var effect : effects) {
            if (number.equals(effect.path("caseNumber").asText())) {
                var department = effect.path("department").asText();
                var what = department + " " + effect.path("kind").asText();
                lines.add(what + " " + effect.path("reference").asText());
                if (!seen.add(what)) {
                    differences.add("twice: " + what);
                }
                if (!THEIR_OWN.contains(effect.path("kind").asText())) {
                    left.merge(department, -1, Integer::sum);
                }
            }
        }
        left.forEach((department, count) -> {
            if (count != 0) {
                differences.add(department + ": " + Math.abs(count) + (count > 0 ? " missing" : " too many"));
            }
        });
        return new Ledgers(List.copyOf(lines), List.copyOf(differences));
    }

    /** How many acts each department took, as the export tells: each effect key once, however often it was sent. */
    private static Map<String, Integer> acts(JsonNode exported) {
        var steps = new HashMap<String, JsonNode>();
        exported.path("steps").forEach(step -> steps.put(step.path("key").asText(), step));
        var seen = new HashSet<String>();
        var acts = new TreeMap<String, Integer>();
        for (var attempt : exported.path("attempts")) {
            var key = attempt.path("effectKey").asText();
            var step = steps.getOrDefault(attempt.path("key").asText(), MissingNode.getInstance());
            if (isLeased(exported, key) && isTaken(attempt, step) && seen.add(key)) {
                acts.merge(step.path("department").asText(), 1, Integer::sum);
            }
        }
        return acts;
    }

    /** Acts are leased before they are sent, look-ups never. */
    private static boolean isLeased(JsonNode exported, String effectKey) {
        for (var attempt : exported.path("attempts")) {
            if (attempt.path("phase").asText().equals("leased")
                    && attempt.path("effectKey").asText().equals(effectKey)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTaken(JsonNode attempt, JsonNode step) {
        return TAKEN.contains(attempt.path("outcome").asText())
                || OVER.contains(step.path("state").asText());
    }
}
