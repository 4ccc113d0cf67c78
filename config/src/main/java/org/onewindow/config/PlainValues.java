package org.onewindow.config;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the JSONata library yields (its sequences, ranges, null marker, doubles) into plain JSON values. */
final class PlainValues {

    /** Above this a double no longer tells neighbours apart. */
    private static final double EXACT = 9.007199254740992E15;

    private PlainValues() {}

    /** A copy; its size is paid for, since shared parts of a result become copies of their own. */
    static @Nullable Object of(@Nullable Object value, Fuel fuel) {
        fuel.use(1);
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool;
            case Number number -> plain(number);
            case Map<?, ?> object -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                object.forEach((key, part) -> copy.put(String.valueOf(key), of(part, fuel)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>(list.size());
                for (var part : list) {
                    copy.add(of(part, fuel));
                }
                yield copy;
            }
            default -> {
                if (value == Jsonata.NULL_VALUE) {
                    yield null;
                }
                throw new ExpressionFailed("the expression failed: its result holds a function");
            }
        };
    }

    static List<@Nullable Object> ofArguments(List<?> arguments, Fuel fuel) {
        var copy = new ArrayList<@Nullable Object>(6);
        for (var argument : arguments) {
            copy.add(of(argument, fuel));
        }
        while (copy.size() < 6) {
            copy.add(null);
        }
        return copy;
    }

    private static Number plain(Number number) {
        return switch (number) {
            case Integer small -> small.longValue();
            case Double real when Math.rint(real) == real && Math.abs(real) < EXACT -> (Number) real.longValue();
            default -> number;
        };
    }
}
