package org.onewindow.cases.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;

/**
 * What to look for; null: whatever it is.
 *
 * @param number of a case
 * @param reference the department's own number, or an effect key
 * @param person by {@link IdentityHash}: parties of cases, and who inquired
 * @param outcomes empty: all
 * @param from the earliest, inclusive
 * @param until exclusive
 */
public record MessageSearch(
        @Nullable String number,
        @Nullable String reference,
        @Nullable String person,
        @Nullable String department,
        @Nullable String operation,
        List<String> outcomes,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** What brought nothing. */
    public static final List<String> FAILED = List.of("unavailable", "uncertain");

    private static final String EFFECT_KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public static final MessageSearch ALL = new MessageSearch(null, null, null, null, null, List.of(), null, null);

    public MessageSearch {
        outcomes = List.copyOf(outcomes);
    }

    /** The condition and its parameters, in their order; each part of it has an index. */
    record Where(String sql, List<Object> parameters) {}

    Where where() {
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        add(parts, parameters, "number = ?", number);
        add(parts, parameters, isEffectKey() ? "effect_key = ?::uuid" : "reference = ?", reference);
        add(parts, parameters, "department = ?", department);
        add(parts, parameters, "operation = ?", operation);
        add(parts, parameters, "at >= ?", from);
        add(parts, parameters, "at < ?", until);
        if (person != null) {
            parts.add("(person = ? or number in (select number from party_of_case where id_hash = ?))");
            parameters.add(person);
            parameters.add(person);
        }
        if (outcomes.equals(FAILED)) {
            parts.add("outcome in ('unavailable', 'uncertain')");
        } else if (!outcomes.isEmpty()) {
            parts.add("outcome = any (?)");
            parameters.add(outcomes.toArray(String[]::new));
        }
        return new Where(parts.isEmpty() ? "true" : String.join(" and ", parts), parameters);
    }

    private boolean isEffectKey() {
        return reference != null && reference.matches(EFFECT_KEY);
    }

    private static void add(List<String> parts, List<Object> parameters, String part, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
            parameters.add(value);
        }
    }
}
