package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the departments did, held against what the hub says it had done: each effect once, none missing, none too many.
 *
 * @param lines what the departments' own ledgers say
 * @param differences what does not agree; empty: all well
 */
record Ledgers(List<String> lines, List<String> differences) {

    /**
     * Compares one case.
     *
     * @param effects the departments' ledgers, as their control API gives them
     * @param done how many acts of each department the hub's export calls done
     */
    static Ledgers compare(String number, JsonNode effects, Map<String, Integer> done) {
        var lines = new ArrayList<String>();
        var differences = new ArrayList<String>();
        var left = new TreeMap<>(done);
        var seen = new HashSet<String>();
        for (var effect : effects) {
            if (number.equals(effect.path("caseNumber").asText())) {
                var department = effect.path("department").asText();
                var what = department + " " + effect.path("kind").asText();
                lines.add(what + " " + effect.path("reference").asText());
                if (!seen.add(what)) {
                    differences.add("twice: " + what);
                }
                left.merge(department, -1, Integer::sum);
            }
        }
        left.forEach((department, count) -> {
            if (count != 0) {
                differences.add(department + ": " + Math.abs(count) + (count > 0 ? " missing" : " too many"));
            }
        });
        return new Ledgers(List.copyOf(lines), List.copyOf(differences));
    }
}
