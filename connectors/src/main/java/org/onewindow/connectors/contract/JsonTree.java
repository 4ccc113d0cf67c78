package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways into JSON values. */
public final class JsonTree {

    private JsonTree() {}

    /** The map at this key; empty where there is none. */
    public static Map<?, ?> map(@Nullable Object owner, String key) {
        return owner instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    public static List<?> list(@Nullable Object owner, String key) {
        return owner instanceof Map<?, ?> map && map.get(key) instanceof List<?> inner ? inner : List.of();
    }

    public static String text(@Nullable Object owner, String key) {
        return owner instanceof Map<?, ?> map && map.get(key) != null ? String.valueOf(map.get(key)) : "";
    }

    /** What a pointer such as {@code #/components/schemas/Person} leads to; null: nothing. */
    public static @Nullable Object at(@Nullable Object document, String pointer) {
        Object at = document;
        var path = pointer.startsWith("#") ? pointer.substring(1) : pointer;
        if (path.isEmpty()) {
            return at;
        }
        for (var part : path.substring(1).split("/", -1)) {
            var key = java.net.URLDecoder.decode(part.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            at = at instanceof Map<?, ?> map
                    ? map.get(key)
                    : at instanceof List<?> list && key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size()
                            ? list.get(Integer.parseInt(key))
                            : null;
        }
        return at;
    }

    /** A value, or what its {@code $ref} leads to, whatever many steps away; empty where that is no map. */
    public static Map<?, ?> resolved(@Nullable Object document, @Nullable Object value) {
        Object at = value;
        for (int steps = 0;
                steps < 30 && at instanceof Map<?, ?> map && map.get("$ref") instanceof String pointer;
                steps++) {
            at = at(document, pointer);
        }
        return at instanceof Map<?, ?> map ? map : Map.of();
    }
}
