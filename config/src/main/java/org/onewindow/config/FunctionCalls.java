package org.onewindow.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds calls of functions that nobody defines: the library notices them only when it comes past. */
final class FunctionCalls {

    private static final Set<String> BUILT_IN = Set.of(
            "sum",
            "count",
            "max",
            "min",
            "average",
            "string",
            "substring",
            "substringBefore",
            "substringAfter",
            "lowercase",
            "uppercase",
            "length",
            "trim",
            "pad",
            "match",
            "contains",
            "replace",
            "split",
            "join",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "parseInteger",
            "number",
            "floor",
            "ceil",
            "round",
            "abs",
            "sqrt",
            "power",
            "boolean",
            "not",
            "map",
            "zip",
            "filter",
            "single",
            "reduce",
            "sift",
            "keys",
            "lookup",
            "append",
            "exists",
            "spread",
            "merge",
            "reverse",
            "each",
            "error",
            "assert",
            "type",
            "sort",
            "distinct",
            "base64encode",
            "base64decode",
            "encodeUrlComponent",
            "encodeUrl",
            "decodeUrlComponent",
            "decodeUrl",
            "toMillis",
            "fromMillis",
            "clone");

    /** Texts, names in backticks and comments, in which a call is no call. */
    private static final Pattern QUOTED = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|`[^`]*+`|/\\*(?:[^*]|\\*(?!/))*+\\*/", Pattern.DOTALL);

    private static final Pattern CALL = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*+)\\s*+\\(");
    private static final Pattern DEFINED =
            Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*+)\\s*+:=|(?:\\bfunction\\b|λ)\\s*+\\(([^)]*+)\\)");

    private FunctionCalls() {}

    static Optional<JsonataProgram.Compilation.Faulty> firstUnknown(String source, Set<String> functions) {
        var bare = QUOTED.matcher(source)
                .replaceAll(quoted -> " ".repeat(quoted.group().length()));
        var calls = CALL.matcher(bare);
        while (calls.find()) {
            var name = calls.group(1);
            if (!BUILT_IN.contains(name) && !functions.contains(name) && !isDefined(bare, name)) {
                return Optional.of(new JsonataProgram.Compilation.Faulty(
                        calls.start(),
                        "no function $" + name
                                + Spelling.hint("$" + name, dollared(functions)).en()));
            }
        }
        return Optional.empty();
    }

    private static boolean isDefined(String source, String name) {
        var definitions = DEFINED.matcher(source);
        while (definitions.find()) {
            if (name.equals(definitions.group(1))
                    || (definitions.group(2) != null
                            && Pattern.compile("\\$" + name + "\\b")
                                    .matcher(definitions.group(2))
                                    .find())) {
                return true;
            }
        }
        return false;
    }

    private static java.util.List<String> dollared(Set<String> functions) {
        return java.util.stream.Stream.concat(BUILT_IN.stream(), functions.stream())
                .map(name -> "$" + name)
                .sorted()
                .toList();
    }
}
