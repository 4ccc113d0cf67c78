package org.onewindow.licences.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a licence as rows, under the titles that its type's JSON Schema gives them; of a list each entry is a row. */
final class FieldRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldRows() {}

    static List<Sheet.Row> of(String schema, Map<String, Object> data) {
        var rows = new ArrayList<Sheet.Row>();
        read(schema).path("properties").properties().forEach(field -> {
            var title = title(field);
            for (var value : values(data.get(field.getKey()))) {
                rows.add(new Sheet.Row(title, text(field.getValue(), value)));
            }
        });
        return rows;
    }

    private static Collection<?> values(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> several -> several;
            default -> List.of(value);
        };
    }

    /** What a field says; of an object its own fields by their titles, one a line. */
    private static String text(JsonNode schema, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "是 / Yes" : "否 / No";
            case BigDecimal number -> number.toPlainString();
            case Collection<?> several ->
                several.stream().map(one -> text(schema.path("items"), one)).collect(Collectors.joining("\n"));
            case Map<?, ?> object -> object(schema.has("items") ? schema.path("items") : schema, object);
            default -> value.toString();
        };
    }

    /** In the order of the schema; what that does not name comes last, under its key. */
    private static String object(JsonNode schema, Map<?, ?> object) {
        var known = schema.path("properties");
        var named = known.properties().stream()
                .filter(field -> object.containsKey(field.getKey()))
                .map(field -> title(field) + ": " + text(field.getValue(), object.get(field.getKey())));
        var others = object.entrySet().stream()
                .filter(field -> !known.has(String.valueOf(field.getKey())))
                .map(field -> field.getKey() + ": " + text(known, field.getValue()));
        return Stream.concat(named, others).collect(Collectors.joining("\n"));
    }

    private static String title(Map.Entry<String, JsonNode> field) {
        return field.getValue().path("title").asText(field.getKey());
    }

    private static JsonNode read(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the schema was read when the tree was", impossible);
        }
    }
}
