package org.onewindow.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** The JSON form of canonical and case values: for conditions, for mappings and for the store. */
public final class CaseJson {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Unknown fields are left out when reading: after a roll-back the rows of the newer version must still be read. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private CaseJson() {}

    /** A canonical record as JSON values: Map, List, String, Number, Boolean. */
    public static Map<String, Object> values(Object canonical) {
        return MAPPER.convertValue(canonical, MAP);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " has no JSON form", bug);
        }
    }

    /** An object as JSON values. */
    @SuppressWarnings("unchecked") // an object read as a map has text as its names
    public static Map<String, Object> readValues(String json) {
        return read(json, Map.class);
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException bug) {
            bug.clearLocation();
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read");
        }
    }
}
