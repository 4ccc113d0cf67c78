package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.JsonTree;

/** What the schema of a JSON value allows. */
final class JsonTypes {

    private static final Map<String, String> FORMATS = Map.of(
            "date", "date",
            "date-time", "dateTime",
            "time", "time",
            "uuid", "uuid",
            "email", "email",
            "uri", "anyURI",
            "url", "anyURI",
            "byte", "base64Binary",
            "int64", "long");

    private JsonTypes() {}

    static TextType of(Map<String, @Nullable Object> schema, String type) {
        var format = JsonTree.text(schema, "format");
        var base =
                switch (type) {
                    case "integer" -> format.equals("int64") ? "long" : "int";
                    case "number" -> "decimal";
                    case "boolean" -> "boolean";
                    default -> FORMATS.getOrDefault(format, "string");
                };
        var values = JsonTree.list(schema, "enum").stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        var pattern = JsonTree.text(schema, "pattern");
        return new TextType(
                base,
                values,
                pattern.isEmpty() ? List.of() : List.of(pattern.replaceAll("^\\^|\\$$", "")),
                JsonSchemaWalk.number(schema, "minLength", 0),
                JsonSchemaWalk.number(schema, "maxLength", Integer.MAX_VALUE),
                bound(schema, "minimum", "exclusiveMinimum", BigDecimal.ONE),
                bound(schema, "maximum", "exclusiveMaximum", BigDecimal.ONE.negate()),
                null,
                schema.containsKey("const") ? JsonTree.text(schema, "const") : null,
                example(schema));
    }

    /** The bound; one that excludes itself is moved by a whole step. */
    private static @Nullable BigDecimal bound(
            Map<String, @Nullable Object> schema, String including, String excluding, BigDecimal step) {
        var bound = JsonSchemaWalk.decimal(schema, including);
        if (schema.get(excluding) instanceof Boolean exclusive) {
            return bound == null || !exclusive ? bound : bound.add(step);
        }
        var exclusive = JsonSchemaWalk.decimal(schema, excluding);
        return exclusive == null ? bound : exclusive.add(step);
    }

    private static @Nullable String example(Map<String, @Nullable Object> schema) {
        for (var key : List.of("example", "default", "multipleOf")) {
            var value = schema.get(key);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                return String.valueOf(value);
            }
        }
        return null;
    }
}
