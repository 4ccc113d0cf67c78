package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.JsonTree;

/** A schema made one of its parts. */
final class MergedSchema {

    private static final int DEEPEST = 14;

    private final Map<String, Object> document;
    private int depth;

    MergedSchema(Map<String, Object> document) {
        this.document = document;
    }

    /** With all of {@code allOf}, and the first of {@code oneOf} and {@code anyOf} that is not null. */
    Map<String, @Nullable Object> of(Map<?, ?> schema) {
        var merged = new LinkedHashMap<String, @Nullable Object>();
        var parts = new ArrayList<Object>(JsonTree.list(schema, "allOf"));
        for (var key : List.of("oneOf", "anyOf")) {
            JsonTree.list(schema, key).stream()
                    .filter(branch -> !JsonTree.text(JsonTree.resolved(document, branch), "type")
                            .equals("null"))
                    .findFirst()
                    .ifPresent(parts::add);
        }
        for (var part : parts) {
            if (depth < DEEPEST) {
                depth++;
                join(merged, of(JsonTree.resolved(document, part)));
                depth--;
            }
        }
        join(merged, schema);
        return merged;
    }

    private static void join(Map<String, @Nullable Object> into, Map<?, ?> other) {
        other.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (value instanceof Map<?, ?> map && into.get(name) instanceof Map<?, ?> before) {
                var both = new LinkedHashMap<Object, Object>(before);
                both.putAll(map);
                into.put(name, both);
            } else if (name.equals("required")
                    && value instanceof List<?> list
                    && into.get(name) instanceof List<?> before) {
                var both = new LinkedHashSet<Object>(before);
                both.addAll(list);
                into.put(name, new ArrayList<>(both));
            } else {
                into.put(name, value);
            }
        });
    }
}
