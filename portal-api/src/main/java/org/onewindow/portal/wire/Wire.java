package org.onewindow.portal.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/**
 * Reads what callers send, strictly: nothing unknown, nothing twice, nothing after the end, bounded in every direction.
 *
 * <p>The canonical records are the wire form; {@link RequiredComponents} says what they need.
 */
public final class Wire {

    /** Of a JSON body, in bytes. */
    public static final int BODY_MAX = 1 << 20;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxNumberLength(40)
            .maxStringLength(100_000)
            .maxNameLength(200)
            .build();

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredComponents()))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Wire() {}

    /** The body as one JSON object. */
    public static ObjectNode read(HttpServletRequest request) throws IOException {
        return read(bytes(request, BODY_MAX));
    }

    /** A body as one JSON object. */
    public static ObjectNode read(byte[] body) throws IOException {
        try {
            JsonNode tree = STRICT.readTree(body);
            ValueBounds.check(tree, "");
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw WireErrors.refusal(broken);
        }
        throw new Refusal(ProblemCode.REQUEST_MALFORMED, FieldError.of("", "wrong-type"));
    }

    /** The body as one of these. */
    public static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        return as(read(request), type);
    }

    /** JSON values of our own making, held within the bounds of a body. */
    public static ObjectNode object(Map<String, ? extends @Nullable Object> values) {
        ObjectNode tree = STRICT.valueToTree(values);
        ValueBounds.check(tree, "");
        return tree;
    }

    /** A JSON object as values. */
    public static Map<String, Object> values(ObjectNode tree) {
        return STRICT.convertValue(tree, OBJECT);
    }

    public static <T> T as(JsonNode tree, Class<T> type) {
        try {
            return STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException wrong) {
            throw WireErrors.refusal(wrong);
        }
    }

    /** An answer as it goes out, over whatever door. */
    public static String write(Object answer) {
        try {
            return JsonAnswers.MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("answers are always JSON", impossible);
        }
    }

    /** A canonical value as a tree. */
    public static JsonNode tree(Object canonical) {
        return STRICT.valueToTree(canonical);
    }

    /** What goes out, written as all answers are. */
    public static String text(Object outgoing) {
        try {
            return JsonAnswers.MAPPER.writeValueAsString(outgoing);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what the hub sends can always be written", impossible);
        }
    }

    /** SHA-256 in hex over these values, with all keys in order. */
    public static String hash(Map<String, ?> values) {
        try {
            var text = STRICT.writeValueAsString(STRICT.convertValue(values, Map.class));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("JSON values can always be hashed", impossible);
        }
    }

    /** The raw body; one over its limit is refused before it is read whole. */
    public static byte[] bytes(HttpServletRequest request, int limit) throws IOException {
        refuseOver(request, limit);
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new Refusal(ProblemCode.TOO_LARGE);
        }
        return body;
    }

    /** Refuses a body that says itself that it is too large, without reading any of it. */
    public static void refuseOver(HttpServletRequest request, long limit) {
        if (request.getContentLengthLong() > limit) {
            throw new Refusal(ProblemCode.TOO_LARGE);
        }
    }
}
