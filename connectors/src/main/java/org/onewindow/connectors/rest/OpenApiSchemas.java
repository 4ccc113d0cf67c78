package org.onewindow.connectors.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks bodies against the schemas of an OpenAPI 3.0 document. */
final class OpenApiSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4, builder -> builder.defaultMetaSchemaIri(
                            OpenApi30.getInstance().getIri())
                    .metaSchema(OpenApi30.getInstance())
                    .schemaLoaders(loaders -> loaders.add(location -> {
                        throw new IllegalArgumentException("a schema outside the contract: " + location);
                    })));

    private final OpenApiContract contract;

    OpenApiSchemas(OpenApiContract contract) {
        this.contract = contract;
    }

    List<String> request(String operationId, @Nullable Object body) {
        var declared = contract.operation(operationId).get("requestBody");
        if (!(declared instanceof Map<?, ?> content)) {
            return body == null ? List.of() : List.of("the contract takes no body");
        }
        return body == null ? List.of("the contract wants a body") : breaches(content, body);
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
                && types.values().iterator().next() instanceof Map<?, ?> type
                && type.get("schema") instanceof Map<?, ?> schema) {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.setAll((ObjectNode) MAPPER.valueToTree(schema));
            whole.set("components", MAPPER.valueToTree(contract.document().get("components")));
            return FACTORY.getSchema(whole).validate(MAPPER.valueToTree(body)).stream()
                    .map(breach -> breach.getInstanceLocation() + " " + breach.getMessage())
                    .sorted()
                    .toList();
        }
        return List.of();
    }
}
