package org.onewindow.connectors.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;

/** Canonical values as JSON values (Map, List, String, Number, Boolean, null) and back; decimals stay exact. */
public final class CanonicalJson {

    private static final int DEEPEST = 100;
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /** Strict: an unknown or repeated field is an error. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(64 * 1024 * 1024)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CanonicalJson() {}

    /** The canonical request as a mapping sees it. */
    public static Map<String, @Nullable Object> of(DepartmentRequest request) {
        return object(request);
    }

    /** Why these values are no whole application, in words without values; what the hub itself fills in may be missing. Empty: they are. */
    public static Optional<String> breachOfServiceRequest(Map<String, @Nullable Object> values) {
        var whole = new LinkedHashMap<>(values);
        List.of("parties", "materials").forEach(list -> whole.putIfAbsent(list, List.of()));
        whole.putIfAbsent("form", Map.of());
        try {
            MAPPER.convertValue(whole, ServiceRequest.class);
            return Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.of(
                    notOurs.getCause() instanceof JsonMappingException at
                            ? "no application at " + at.getPathReference().replaceAll("[a-z.]+\\.[A-Z]\\w*", "")
                            : "no application");
        }
    }

    public static Map<String, @Nullable Object> object(Object value) {
        return MAPPER.convertValue(value, OBJECT);
    }

    /** Any JSON document; an {@link IOException} says that it is none. */
    public static @Nullable Object parse(byte[] document) throws IOException {
        return MAPPER.readValue(document, Object.class);
    }

    public static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not a JSON value", notJson);
        }
    }

    /** For people to read. */
    public static String pretty(@Nullable Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not a JSON value", notJson);
        }
    }

    /** A canonical request as a sample writes it; an {@link IOException} says that it is none. */
    public static DepartmentRequest request(String json) throws IOException {
        return MAPPER.readValue(json, DepartmentRequest.class);
    }

    /** A material as a hole names it. */
    public static MaterialReference material(String json) {
        try {
            return MAPPER.readValue(json, MaterialReference.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a stored message refers to what is no material", notOurs);
        }
    }

    /** How a text looks inside a JSON string. */
    public static String escaped(String text) {
        var quoted = write(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
