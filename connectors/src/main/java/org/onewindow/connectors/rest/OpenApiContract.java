package org.onewindow.connectors.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the hub needs of an OpenAPI 3.0 or 3.1 document: its calls by {@code operationId}.
 *
 * <p>Read by hand, because a full parser follows references into the network; only references within the document are followed.
 */
public final class OpenApiContract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<?, ?> document;

    private OpenApiContract(Map<?, ?> document) {
        this.document = document;
    }

    static OpenApiContract of(Map<?, ?> document) {
        return new OpenApiContract(document);
    }

    public static OpenApiContract read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            if (new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> document) {
                return new OpenApiContract(document);
            }
            throw new IllegalArgumentException(file.getFileName() + " is no OpenAPI document");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), failure);
        }
    }

    /** The document as JSON values, to check bodies against its schemas. */
    Map<?, ?> document() {
        return document;
    }

    RestCall call(String operationId) {
        var found = found(operationId);
        return new RestCall(
                found.method().toUpperCase(Locale.ROOT),
                found.path(),
                parameters(map(map(document, "paths"), found.path()), found.operation()),
                declared(found.operation()));
    }

    /** Whether its schemas are JSON Schema of 2020-12. */
    boolean isOf31() {
        return String.valueOf(document.get("openapi")).startsWith("3.1");
    }

    /** The operation as it stands in the document. */
    Map<?, ?> operation(String operationId) {
        return found(operationId).operation();
    }

    private record Found(String path, String method, Map<?, ?> operation) {}

    private Found found(String operationId) {
        for (var path : map(document, "paths").entrySet()) {
            for (var method : asMap(path.getValue()).entrySet()) {
                var operation = asMap(method.getValue());
                var name = String.valueOf(method.getKey());
                if (METHODS.contains(name) && operationId.equals(operation.get("operationId"))) {
                    return new Found(String.valueOf(path.getKey()), name, operation);
                }
            }
        }
        throw new IllegalArgumentException("the contract has no operationId " + operationId);
    }

    private Map<String, RestCall.Place> parameters(Map<?, ?> path, Map<?, ?> operation) {
        var parameters = new LinkedHashMap<String, RestCall.Place>();
        for (var owner : List.of(path, operation)) {
            if (owner.get("parameters") instanceof List<?> listed) {
                for (var each : listed) {
                    var parameter = resolved(asMap(each));
                    place(String.valueOf(parameter.get("in")), parameters, String.valueOf(parameter.get("name")));
                }
            }
        }
        return parameters;
    }

    private static void place(String in, Map<String, RestCall.Place> parameters, String name) {
        switch (in) {
            case "path" -> parameters.put(name, RestCall.Place.PATH);
            case "query" -> parameters.put(name, RestCall.Place.QUERY);
            case "header" -> parameters.put(name, RestCall.Place.HEADER);
            default -> throw new IllegalArgumentException("parameters in " + in + " are not supported");
        }
    }

    private static Set<Integer> declared(Map<?, ?> operation) {
        return map(operation, "responses").keySet().stream()
                .map(String::valueOf)
                .filter(status -> status.matches("[1-5][0-9]{2}"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    Map<?, ?> resolved(Map<?, ?> value) {
        return value.get("$ref") instanceof String reference ? asMap(at(reference)) : value;
    }

    private @Nullable Object at(String reference) {
        if (!reference.startsWith("#/")) {
            throw new IllegalArgumentException("a reference out of the document: " + reference);
        }
        Object at = document;
        for (var part : reference.substring(2).split("/", -1)) {
            at = asMap(at).get(part.replace("~1", "/").replace("~0", "~"));
        }
        return at;
    }

    private static Map<?, ?> map(Map<?, ?> owner, String name) {
        return asMap(owner.get(name));
    }

    private static Map<?, ?> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
