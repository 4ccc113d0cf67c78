package org.onewindow.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of one run over the tree. */
final class Diagnostics {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code);

    private final List<Diagnostic> found = new ArrayList<>();

    void report(Place place, Fault fault, Object... words) {
        found.add(fault.at(place, words));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file and place, each once. */
    List<Diagnostic> inOrder() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }
}
