package org.onewindow.licences.materials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.MaterialType;

/** What a material is true for, as keyed hashes: they tell that something changed, not what it is. */
final class Watched {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};

    private Watched() {}

    /** By name; what is missing in the request is a value too. */
    static Map<String, String> of(MaterialType type, Map<String, Object> input, IdentityHash hash) {
        var hashes = new TreeMap<String, String>();
        type.watched()
                .forEach((name, expression) ->
                        hashes.put(name, hash.of("watched/" + name + '/' + text(expression.evaluate(input)))));
        return hashes;
    }

    static String text(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the result of an expression is a JSON value", impossible);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, HASHES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what a material watches is not JSON", broken);
        }
    }
}
