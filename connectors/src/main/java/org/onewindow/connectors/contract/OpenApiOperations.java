package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.RestOperation.Parameter;

/** Reads the operations of an OpenAPI document and supplies what they forgot. */
final class OpenApiOperations {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Set<String> IMPLIED = Set.of("accept", "content-type", "authorization");
    private static final Pattern HOLE = Pattern.compile("\\{([^{}/]+)}");

    private final Map<String, Object> document;
    private final YamlDocument places;
    private final List<Remark> repairs;
    private final Set<String> ids = new HashSet<>();

    OpenApiOperations(Map<String, Object> document, YamlDocument places, List<Remark> repairs) {
        this.document = document;
        this.places = places;
        this.repairs = repairs;
    }

    List<RestOperation> read() {
        var operations = new ArrayList<RestOperation>();
        JsonTree.map(document, "paths").forEach((path, item) -> {
            var methods = JsonTree.resolved(document, item);
            for (var method : METHODS) {
                if (methods.get(method) instanceof Map<?, ?> operation) {
                    operations.add(operation(String.valueOf(path), method, methods, operation));
                }
            }
        });
        return operations;
    }

    private RestOperation operation(String path, String method, Map<?, ?> item, Map<?, ?> operation) {
        var spot = places.spot(operation);
        var id = named(path, method, operation, spot);
        @Nullable Diagnostic refusal = null;
        var parameters = new ArrayList<Parameter>();
        for (var parameter : parameters(path, item, operation, spot)) {
            if (parameter.in().equals("cookie")) {
                refusal = ContractFault.NOT_SPOKEN.at(spot, "cookie " + parameter.name());
            } else {
                parameters.add(parameter);
            }
        }
        var body = JsonTree.resolved(document, operation.get("requestBody"));
        boolean takesBody = !body.isEmpty() && !method.equals("get") && !method.equals("delete");
        var schema = takesBody ? schema(body) : null;
        if (takesBody && schema == null && JsonTree.text(body, "required").equals("true")) {
            refusal = ContractFault.NOT_SPOKEN.at(spot, String.join(", ", types(body)));
        }
        var good = good(operation, spot);
        var answer = JsonTree.resolved(document, good.response());
        return new RestOperation(
                id,
                spot,
                method.toUpperCase(Locale.ROOT),
                path,
                JsonTree.text(operation, "summary").isEmpty()
                        ? JsonTree.text(operation, "description")
                        : JsonTree.text(operation, "summary"),
                parameters,
                schema,
                JsonTree.text(body, "required").equals("true"),
                good.status(),
                good.status() == 204 ? null : schema(answer),
                refusal);
    }

    @SuppressWarnings("unchecked") // made of maps with text keys
    private String named(String path, String method, Map<?, ?> operation, Spot spot) {
        var given = JsonTree.text(operation, "operationId");
        var id =
                given.isEmpty() ? method + path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "") : given;
        var unique = id;
        for (int number = 2; !ids.add(unique); number++) {
            unique = id + number;
        }
        if (!unique.equals(given)) {
            ((Map<String, Object>) operation).put("operationId", unique);
            var treatment = given.isEmpty() ? Treatment.OPERATION_NAMED : Treatment.OPERATION_RENAMED;
            repairs.add(Remark.of(spot, treatment, unique));
        }
        return unique;
    }

    @SuppressWarnings("unchecked") // made of maps with text keys
    private List<Parameter> parameters(String path, Map<?, ?> item, Map<?, ?> operation, Spot spot) {
        var all = new LinkedHashMap<String, Parameter>();
        for (var owner : List.of(item, operation)) {
            for (var each : JsonTree.list(owner, "parameters")) {
                var found = JsonTree.resolved(document, each);
                var in = JsonTree.text(found, "in");
                var name = JsonTree.text(found, "name");
                if (!in.equals("header") || !IMPLIED.contains(name.toLowerCase(Locale.ROOT))) {
                    boolean required = in.equals("path")
                            || JsonTree.text(found, "required").equals("true");
                    all.put(in + " " + name, new Parameter(name, in, required, JsonTree.map(found, "schema")));
                }
            }
        }
        HOLE.matcher(path).results().map(hole -> hole.group(1)).forEach(hole -> {
            if (!all.containsKey("path " + hole)) {
                all.put("path " + hole, new Parameter(hole, "path", true, Map.of("type", "string")));
                var parameter = new LinkedHashMap<String, Object>();
                parameter.put("name", hole);
                parameter.put("in", "path");
                parameter.put("required", true);
                parameter.put("schema", new LinkedHashMap<>(Map.of("type", "string")));
                ((Map<String, Object>) operation)
                        .merge("parameters", new ArrayList<>(List.of(parameter)), (before, added) -> {
                            ((List<Object>) before).add(parameter);
                            return before;
                        });
                repairs.add(Remark.of(spot, Treatment.PARAMETER_ADDED, hole));
            }
        });
        return new ArrayList<>(all.values());
    }

    @SuppressWarnings("unchecked") // made of maps with text keys
    private GoodAnswer good(Map<?, ?> operation, Spot spot) {
        var responses = JsonTree.map(operation, "responses");
        if (responses.isEmpty()) {
            ((Map<String, Object>) operation)
                    .put("responses", new LinkedHashMap<>(Map.of("200", Map.of("description", ""))));
            repairs.add(Remark.of(spot, Treatment.RESPONSES_ADDED));
            return new GoodAnswer(200, Map.of());
        }
        for (var response : responses.entrySet()) {
            var status = String.valueOf(response.getKey());
            if (status.matches("2\\d\\d")) {
                return new GoodAnswer(Integer.parseInt(status), response.getValue());
            }
        }
        var any = responses.get("2XX") == null ? responses.get("default") : responses.get("2XX");
        return new GoodAnswer(200, any);
    }

    private static List<String> types(Map<?, ?> owner) {
        return JsonTree.map(owner, "content").keySet().stream()
                .map(String::valueOf)
                .toList();
    }

    /** The schema of the JSON content; null: there is no JSON. */
    private static @Nullable Map<?, ?> schema(Map<?, ?> owner) {
        for (var type : types(owner)) {
            if (type.contains("json") || type.equals("*/*")) {
                return JsonTree.map(JsonTree.map(JsonTree.map(owner, "content"), type), "schema");
            }
        }
        return null;
    }
}
