package org.onewindow.licences.checklist;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;

/**
 * What came of one way to a material.
 *
 * @param why a stable code, told in plain words; where nothing more can be said it is the standing's
 * @param reference what satisfies it; null: nothing does, or the department's word that needs no bytes
 * @param offer the stored material that could be used
 */
record Finding(
        Standing standing,
        String why,
        Map<String, String> details,
        @Nullable MaterialReference reference,
        @Nullable String offer) {

    /** The department that knows says that it is not so. */
    static final Finding DENIED = of(Standing.MISSING, "denied", Map.of());

    static final Finding NOTHING = of(Standing.MISSING);

    /** Only the store could say so: who issues it must tell the store, since no copy is to be believed. */
    static final Finding ONLINE_ONLY = of(Standing.MISSING, "online-only", Map.of());

    static Finding of(Standing standing) {
        return of(standing, standing.code(), Map.of());
    }

    static Finding of(Standing standing, String why, Map<String, String> details) {
        return new Finding(standing, why, details, null, null);
    }

    static Finding satisfied(Standing standing, MaterialReference by) {
        return new Finding(standing, standing.code(), Map.of(), by, null);
    }

    static Finding offered(String stored) {
        return new Finding(Standing.REUSE_CONFIRM, Standing.REUSE_CONFIRM.code(), Map.of(), null, stored);
    }

    /** What was handed in is not good any more on the day on which it must be. */
    static Finding overBy(Standing standing, LocalDate lastDay) {
        return of(standing, "ends-too-early", Map.of("validTo", lastDay.toString()));
    }

    /** The one that says more to the citizen. */
    Finding orRather(Finding other) {
        int order = standing.compareTo(other.standing);
        return order < 0 || (order == 0 && !why.equals(standing.code())) ? this : other;
    }
}
