package org.onewindow.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what nobody can ever get (循环证明): a licence or material each of whose ways asks for what cannot be had without it. What no
 * matter issues, and what its issuer can be asked for, comes from outside the hub, for whoever has what it {@code needs:}.
 */
final class CircularProofs {

    private final ProofWays ways;
    private final Diagnostics diagnostics;

    CircularProofs(TreeFiles files, Diagnostics diagnostics) {
        this.ways = new ProofWays(files);
        this.diagnostics = diagnostics;
    }

    void check() {
        var stuck = new TreeSet<>(ways.types());
        while (stuck.removeIf(type -> canBeHad(type, stuck))) {
            // what can be had now lets others be had
        }
        stuck.forEach(type -> circleThrough(type, stuck).ifPresent(this::report));
    }

    private boolean canBeHad(String type, Set<String> stuck) {
        return ways.to(type).stream()
                .anyMatch(way -> way.stream().noneMatch(proof -> stuck.contains(proof.mustBeText())));
    }

    /** The shortest circle from a type back to itself; told only from the type in it that comes first in the alphabet. */
    private Optional<List<YamlValue>> circleThrough(String type, Set<String> stuck) {
        var seen = new HashSet<String>();
        var paths = new ArrayDeque<List<YamlValue>>();
        paths.add(List.of());
        while (!paths.isEmpty()) {
            var path = paths.removeFirst();
            for (var next : missing(path.isEmpty() ? type : path.getLast().mustBeText(), stuck)) {
                var longer = new ArrayList<>(path);
                longer.add(next);
                if (next.mustBeText().equals(type)) {
                    return Optional.of(longer);
                }
                if (type.compareTo(next.mustBeText()) < 0 && seen.add(next.mustBeText())) {
                    paths.addLast(longer);
                }
            }
        }
        return Optional.empty();
    }

    private List<YamlValue> missing(String type, Set<String> stuck) {
        return ways.to(type).stream()
                .flatMap(List::stream)
                .filter(proof -> stuck.contains(proof.mustBeText()))
                .toList();
    }

    private void report(List<YamlValue> circle) {
        var words = new ArrayList<>(List.of(circle.getLast().mustBeText()));
        circle.forEach(type -> words.add(type.mustBeText()));
        diagnostics.report(circle.getLast().place(), Fault.CIRCULAR_PROOF, String.join(" → ", words));
    }
}
