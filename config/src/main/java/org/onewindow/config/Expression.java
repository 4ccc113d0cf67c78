package org.onewindow.config;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONata expression of the configuration, bounded in time, depth and memory; safe for many threads.
 *
 * <p>Input and result are JSON values (Map, List, String, Number, Boolean, null).
 */
public interface Expression {

    /** The result over this input; an {@link ExpressionFailed} where it ends in an error or runs out of its bounds. */
    @Nullable
    Object evaluate(Map<String, ?> input);

    /** The text as it stands in the file. */
    String source();

    /** Whether the result is true in JSONata's sense ({@code $boolean}); a missing value is false. */
    default boolean holds(Map<String, ?> input) {
        return switch (evaluate(input)) {
            case null -> false;
            case Boolean yes -> yes;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            case Collection<?> many -> many.stream().anyMatch(one -> one != null && !Boolean.FALSE.equals(one));
            case Map<?, ?> object -> !object.isEmpty();
            default -> true;
        };
    }
}
