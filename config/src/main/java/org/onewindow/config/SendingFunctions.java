package org.onewindow.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the functions that {@code computed:} and the envelope's {@code parts:} may call: module connectors has them.
 *
 * <p>Here they only let such an expression compile; connectors compiles its source again with the real ones.
 */
final class SendingFunctions {

    private static final List<String> NAMES = List.of(
            "fenToYuan",
            "yuanToFen",
            "shortKey",
            "md5",
            "hmacSha256",
            "base64",
            "sha256",
            "date",
            "isoDate",
            "dateTime",
            "serialNumber",
            "secret");

    static final Map<String, JsonataProgram.Function> ALL = Stream.of(NAMES)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), SendingFunctions::notHere));

    private SendingFunctions() {}

    static Expression compile(String source) {
        return Expressions.of(JsonataProgram.compile(source, ALL));
    }

    private static JsonataProgram.Function notHere(String name) {
        return _ -> {
            throw new ExpressionFailed("$" + name + " is there only while a message is sent");
        };
    }
}
