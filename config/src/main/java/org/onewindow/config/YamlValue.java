package org.onewindow.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML file and where it stands.
 *
 * <p>Made for checks that go on over a faulty file: what is missing or has the wrong type answers empty here, and the schema has
 * reported it.
 *
 * @param place where the value starts; of what is missing, where it should be
 * @param json the value itself; of a mapping or sequence with all below
 * @param raw of a scalar, its text in the file from quotes or block mark to the end
 */
record YamlValue(
        Place place,
        JsonNode json,
        ScalarText raw,
        SequencedMap<String, YamlValue> entries,
        Map<String, Place> keys,
        List<YamlValue> elements) {

    YamlValue get(String key) {
        var value = entries.get(key);
        return value == null ? nothingAt(place) : value;
    }

    static YamlValue nothingAt(Place place) {
        return new YamlValue(place, MissingNode.getInstance(), ScalarText.NONE, NO_ENTRIES, Map.of(), List.of());
    }

    private static final SequencedMap<String, YamlValue> NO_ENTRIES =
            java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>());

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isMissing() {
        return json.isMissingNode();
    }

    boolean isText() {
        return json.isTextual();
    }

    /** The text of a string; null for what is none. */
    @Nullable
    String text() {
        return json.isTextual() ? json.textValue() : null;
    }

    /** The text of a string that the checks have found; a fault of the hub where it is none. */
    String mustBeText() {
        var text = text();
        if (text == null) {
            throw new IllegalStateException("no text at " + place);
        }
        return text;
    }

    /** Each element as a text, those that are none left out. */
    List<String> texts() {
        return elements.stream()
                .filter(YamlValue::isText)
                .map(YamlValue::mustBeText)
                .toList();
    }

    Collection<String> names() {
        return entries.keySet();
    }

    /** Where this key stands; the mapping's own place where it does not. */
    Place placeOf(String key) {
        return keys.getOrDefault(key, place);
    }

    /** Where the character at this offset of the scalar's value stands in the file. */
    Place placeAt(int offset) {
        return raw.placeAt(place, offset);
    }
}
