package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.JsonTree;

/** Walks through the schemas of an OpenAPI document to the shape of a body; recursion is followed once. */
final class JsonSchemaWalk {

    private static final int MOST_NODES = 3000;
    private static final int USUAL_NODES = 400;
    private static final int DEEPEST = 14;

    private final Map<String, Object> document;
    private final boolean answers;
    private final Deque<Object> open = new ArrayDeque<>();
    private int nodes;

    /** @param answers whether what is only written is left out, rather than what is only read */
    JsonSchemaWalk(Map<String, Object> document, boolean answers) {
        this.document = document;
        this.answers = answers;
    }

    Node node(Map<?, ?> schema, Tag tag, Occurs occurs) {
        var target = JsonTree.resolved(document, schema);
        if (++nodes > MOST_NODES || open.size() > DEEPEST * 2 || open.contains(target)) {
            throw new Endless(tag.name());
        }
        open.push(target);
        try {
            return shape(new MergedSchema(document).of(target), tag, occurs);
        } finally {
            open.pop();
        }
    }

    private Node shape(Map<String, @Nullable Object> schema, Tag tag, Occurs occurs) {
        return switch (type(schema)) {
            case "object" -> object(schema, tag, occurs);
            case "array" -> {
                if (occurs.isRepeated()) {
                    throw new Endless("an array of arrays: " + tag.name());
                }
                int least = occurs.isOptional() ? 0 : Math.max(1, number(schema, "minItems", 0));
                int most = Math.max(2, number(schema, "maxItems", Integer.MAX_VALUE));
                yield node(JsonTree.map(schema, "items"), tag, new Occurs(least, most));
            }
            default -> new Leaf(tag, occurs, false, JsonTypes.of(schema, type(schema)));
        };
    }

    private Group object(Map<String, @Nullable Object> schema, Tag tag, Occurs occurs) {
        var required = new LinkedHashSet<String>();
        JsonTree.list(schema, "required").forEach(name -> required.add(String.valueOf(name)));
        var children = new ArrayList<Node>();
        JsonTree.map(schema, "properties")
                .forEach((name, property) ->
                        property(String.valueOf(name), property, required).ifPresent(children::add));
        return new Group(tag, occurs, false, List.of(), children, null, null);
    }

    private Optional<Node> property(String name, @Nullable Object property, Set<String> required) {
        var found = JsonTree.resolved(document, property);
        boolean hidden =
                JsonTree.text(found, answers ? "writeOnly" : "readOnly").equals("true");
        boolean optional = !required.contains(name);
        if (hidden || (optional && nodes > USUAL_NODES) || !(property instanceof Map<?, ?> schema)) {
            return Optional.empty();
        }
        try {
            return Optional.of(node(schema, Tag.plain(name), optional ? Occurs.MAYBE : Occurs.ONCE));
        } catch (Endless endless) {
            if (optional) {
                return Optional.empty();
            }
            throw endless;
        }
    }

    private static String type(Map<String, @Nullable Object> schema) {
        if (schema.get("type") instanceof List<?> types) {
            return types.stream()
                    .map(String::valueOf)
                    .filter(type -> !type.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        var type = JsonTree.text(schema, "type");
        if (!type.isEmpty()) {
            return type;
        }
        return schema.containsKey("properties") ? "object" : schema.containsKey("items") ? "array" : "string";
    }

    static int number(Map<String, @Nullable Object> schema, String key, int otherwise) {
        return schema.get(key) instanceof Number number
                ? (int) Math.min(Integer.MAX_VALUE, number.longValue())
                : otherwise;
    }

    static @Nullable BigDecimal decimal(Map<String, @Nullable Object> schema, String key) {
        return schema.get(key) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
