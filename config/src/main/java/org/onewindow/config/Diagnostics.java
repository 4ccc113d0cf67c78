package org.onewindow.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gathers the faults of one run over the tree. */
final class Diagnostics {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code);

    /** Rules that came when there were cases under trees that break them: a case goes on by the rules it was begun under. */
    private static final Set<Fault> OF_NEW_TREES_ONLY =
            EnumSet.of(Fault.TRUST_OUT_OF_REACH, Fault.COPY_OF_ONLINE_ONLY, Fault.WORD_NOT_ENOUGH, Fault.NEED_NOT_SAID);

    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Fault> forgiven;

    Diagnostics() {
        this(EnumSet.noneOf(Fault.class));
    }

    private Diagnostics(Set<Fault> forgiven) {
        this.forgiven = forgiven;
    }

    static Diagnostics ofStored() {
        return new Diagnostics(OF_NEW_TREES_ONLY);
    }

    void report(Place place, Fault fault, Object... words) {
        if (!forgiven.contains(fault)) {
            found.add(fault.at(place, words));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file and place, each once. */
    List<Diagnostic> inOrder() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }
}
