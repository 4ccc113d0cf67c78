package org.onewindow.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/** The typed content of values that the checks have found good. */
final class Contents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Contents() {}

    static Localised localised(YamlValue value) {
        return new Localised(value.get("zh-CN").mustBeText(), value.get("en").mustBeText());
    }

    static Duration duration(YamlValue value) {
        return Durations.parse(value.mustBeText()).orElseThrow();
    }

    static @Nullable Duration optionalDuration(YamlValue value) {
        return value.isMissing() ? null : duration(value);
    }

    static int days(YamlValue value) {
        return Durations.parseDays(value.mustBeText()).orElseThrow();
    }

    static @Nullable Expression optionalExpression(YamlValue value) {
        return value.isMissing() ? null : expression(value);
    }

    static Expression expression(YamlValue value) {
        return Expressions.compile(value.mustBeText());
    }

    static SecretReference secret(YamlValue value) {
        return References.secret(value.mustBeText()).orElseThrow();
    }

    static <T> Map<String, T> map(YamlValue mapping, Function<YamlValue, T> each) {
        var result = new LinkedHashMap<String, T>();
        mapping.entries().forEach((key, value) -> result.put(key, each.apply(value)));
        return java.util.Collections.unmodifiableMap(result);
    }

    static <T> List<T> list(YamlValue sequence, Function<YamlValue, T> each) {
        var result = new ArrayList<T>();
        sequence.elements().forEach(element -> result.add(each.apply(element)));
        return List.copyOf(result);
    }

    /** A scalar as it is written, whatever its type. */
    static String scalar(YamlValue value) {
        return value.raw().value();
    }

    static Map<String, Object> plain(YamlValue mapping) {
        return mapping.isMissing() ? Map.of() : map(mapping, value -> plain(value.json()));
    }

    private static Object plain(JsonNode json) {
        return JSON.convertValue(json, Object.class);
    }
}
