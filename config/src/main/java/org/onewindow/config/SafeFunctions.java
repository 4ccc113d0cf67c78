package org.onewindow.config;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in for the built-ins of JSONata that are not the same at every evaluation or have no bound. */
final class SafeFunctions {

    private static final Map<String, Jsonata.JFunction> REFUSED = Stream.of(
                    "eval", "now", "millis", "random", "shuffle")
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> new Jsonata.JFunction((_, _) -> refuse(name), "<x?x?x?:x>")));

    private SafeFunctions() {}

    /** Over a program's built-ins; what its source does not name is not worth the time of binding it. */
    static void bindTo(Jsonata.Frame frame, String source, Fuel fuel) {
        REFUSED.forEach((name, refusal) -> frame.bind(name, refusal));
        if (source.contains("$pad")) {
            frame.bind("pad", new Jsonata.JFunction((_, arguments) -> pad(arguments, fuel), "<s-ns?:s>"));
        }
    }

    private static Object refuse(String name) {
        throw new ExpressionFailed("the expression failed: $" + name + " is switched off here");
    }

    /** As {@code $pad}, but in linear time and paid for: the library's takes seconds for what fits on a page. */
    private static Object pad(List<?> arguments, Fuel fuel) {
        var text = String.valueOf(arguments.get(0));
        int width = ((Number) arguments.get(1)).intValue();
        var fill = arguments.size() > 2 && arguments.get(2) instanceof String given && !given.isEmpty() ? given : " ";
        int missing = Math.max(0, Math.abs(width) - text.codePointCount(0, text.length()));
        fuel.use(missing);
        var padding = new StringBuilder();
        int[] points = fill.codePoints().toArray();
        for (int i = 0; i < missing; i++) {
            padding.appendCodePoint(points[i % points.length]);
        }
        return width < 0 ? padding + text : text + padding;
    }
}
