package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.MappingFailed;

/**
 * What a request mapping of a REST department yielded: parameters by the contract's names, and the body as JSON text.
 *
 * @param body null: none
 */
record RestMessage(Map<String, String> parameters, @Nullable String body) {

    static RestMessage of(String content) {
        try {
            if (CanonicalJson.parse(content.getBytes(UTF_8)) instanceof Map<?, ?> parts) {
                var body = parts.get("body");
                return new RestMessage(texts(parts.get("parameters")), body == null ? null : CanonicalJson.write(body));
            }
        } catch (IOException notJson) {
            throw new MappingFailed("the stored message is no JSON");
        }
        throw new MappingFailed("the stored message is no object");
    }

    private static Map<String, String> texts(@Nullable Object parameters) {
        var texts = new LinkedHashMap<String, String>();
        if (parameters instanceof Map<?, ?> named) {
            named.forEach((name, value) -> {
                if (value instanceof Map || value instanceof Iterable) {
                    throw new MappingFailed("the parameter " + name + " is no single value");
                }
                if (value != null) {
                    texts.put(String.valueOf(name), String.valueOf(value));
                }
            });
        }
        return texts;
    }

    /** What does not fit the contract is a {@link MappingFailed}. */
    void checkAgainst(RestCall call) {
        for (var name : parameters.keySet()) {
            if (!call.parameters().containsKey(name)) {
                throw new MappingFailed("the contract has no parameter " + name);
            }
        }
        call.parameters().forEach((name, place) -> {
            if (place == RestCall.Place.PATH && !isSegment(parameters.getOrDefault(name, ""))) {
                throw new MappingFailed("the parameter " + name + " is missing or cannot stand in a path");
            }
        });
        if (body != null && !call.hasBody()) {
            throw new MappingFailed("a " + call.method() + " has no body");
        }
    }

    /** A segment of dots would be another path. */
    private static boolean isSegment(String value) {
        return !value.isEmpty() && !value.equals(".") && !value.equals("..");
    }

    String pathOf(RestCall call) {
        var path = call.path();
        for (var parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", encoded(parameter.getValue()));
        }
        return path;
    }

    @Nullable
    String queryOf(RestCall call) {
        var query = new StringJoiner("&");
        parameters.forEach((name, value) -> {
            if (call.parameters().get(name) == RestCall.Place.QUERY) {
                query.add(encoded(name) + "=" + encoded(value));
            }
        });
        return query.length() == 0 ? null : query.toString();
    }

    Map<String, String> headersOf(RestCall call) {
        var headers = new LinkedHashMap<>(parameters);
        headers.keySet().removeIf(name -> call.parameters().get(name) != RestCall.Place.HEADER);
        return headers;
    }

    /** After RFC 3986: everything but unreserved characters as percent signs and UTF-8. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Override
    public String toString() {
        return "RestMessage";
    }
}
