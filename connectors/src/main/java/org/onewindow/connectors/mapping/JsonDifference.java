package org.onewindow.connectors.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where two JSON values differ; numbers are compared by value, null and missing are the same. */
public final class JsonDifference {

    private JsonDifference() {}

    /** The first difference, as a path and what is there; empty: none. */
    public static Optional<String> first(@Nullable Object expected, @Nullable Object actual) {
        return first("", expected, actual);
    }

    private static Optional<String> first(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> given) {
            var names = new LinkedHashSet<Object>(wanted.keySet());
            names.addAll(given.keySet());
            return names.stream()
                    .flatMap(name -> first(path + "/" + name, wanted.get(name), given.get(name)).stream())
                    .findFirst();
        }
        if (expected instanceof List<?> wanted && actual instanceof List<?> given && wanted.size() == given.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                var difference = first(path + "/" + i, wanted.get(i), given.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return isSame(expected, actual)
                ? Optional.empty()
                : Optional.of((path.isEmpty() ? "/" : path) + ": " + shown(actual) + " instead of " + shown(expected));
    }

    private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
        return (expected instanceof Number wanted && actual instanceof Number given)
                ? new BigDecimal(wanted.toString()).compareTo(new BigDecimal(given.toString())) == 0
                : Objects.equals(expected, actual);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "an object of " + map.keySet();
            default -> CanonicalJson.write(value);
        };
    }
}
