package org.onewindow.cases;

import org.jspecify.annotations.Nullable;

/**
 * A material that is wanted of a case beyond what its matter asks for.
 *
 * @param party whose, by place in the request's parties from 0; null: the case's, and the applicant brings it
 */
public record Demand(String type, @Nullable Integer party) {

    /** As checklists name it: {@code sale-contract}, or {@code resident-identity-card.2} for the second party. */
    public String key() {
        return party == null ? type : type + '.' + (party + 1);
    }

    /** The one of this {@link #key}; no type has a dot in it. */
    public static Demand of(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? new Demand(key, null) : new Demand(key.substring(0, dot), placeOf(key.substring(dot + 1)));
    }

    private static int placeOf(String number) {
        return Integer.parseInt(number) - 1;
    }
}
