package org.onewindow.connectors.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks bodies against the schemas of an OpenAPI document. */
final class OpenApiSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory OF_30 =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4, builder -> builder.defaultMetaSchemaIri(
                            OpenApi30.getInstance().getIri())
                    .metaSchema(OpenApi30.getInstance())
                    .schemaLoaders(loaders -> loaders.add(location -> {
                        throw new IllegalArgumentException("a schema outside the contract: " + location);
                    })));
    private static final JsonSchemaFactory OF_31 = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.add(location -> {
                throw new IllegalArgumentException("a schema outside the contract: " + location);
            })));

    private final OpenApiContract contract;

    OpenApiSchemas(OpenApiContract contract) {
        this.contract = contract;
    }

    List<String> request(String operationId, @Nullable Object body) {
        if (!(contract.operation(operationId).get("requestBody") instanceof Map<?, ?> declared)) {
            return body == null ? List.of() : List.of("the contract takes no body");
        }
        return body == null ? List.of("the contract wants a body") : breaches(contract.resolved(declared), body);
    }

    /** A status that the contract does not describe is not checked: common problems may stand in prose. */
    List<String> answer(String operationId, int status, @Nullable Object body) {
        var declared = contract.operation(operationId).get("responses") instanceof Map<?, ?> responses
                ? responses.get(Integer.toString(status))
                : null;
        return declared instanceof Map<?, ?> response && body != null
                ? breaches(contract.resolved(response), body)
                : List.of();
    }

    private List<String> breaches(Map<?, ?> declared, Object body) {
        if (declared.get("content") instanceof Map<?, ?> types
                && json(types) instanceof Map<?, ?> type
                && type.get("schema") instanceof Map<?, ?> schema) {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.setAll((ObjectNode) MAPPER.valueToTree(schema));
            for (var part : List.of("components", "x-files")) {
                if (contract.document().get(part) != null) {
                    whole.set(part, MAPPER.valueToTree(contract.document().get(part)));
                }
            }
            var factory = contract.isOf31() ? OF_31 : OF_30;
            return factory.getSchema(whole).validate(MAPPER.valueToTree(body)).stream()
                    .map(breach -> breach.getInstanceLocation() + " " + breach.getMessage())
                    .sorted()
                    .toList();
        }
        return List.of();
    }

    /** The JSON content; the first where none is named so. */
    private static @Nullable Object json(Map<?, ?> types) {
        for (var type : types.entrySet()) {
            if (String.valueOf(type.getKey()).contains("json")) {
                return type.getValue();
            }
        }
        return types.isEmpty() ? null : types.values().iterator().next();
    }
}
