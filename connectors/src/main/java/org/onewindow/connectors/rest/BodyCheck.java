package org.onewindow.connectors.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks bodies against an OpenAPI document that is not yet part of a department. */
public final class BodyCheck {

    private final OpenApiSchemas schemas;

    public BodyCheck(Map<String, Object> document) {
        this.schemas = new OpenApiSchemas(OpenApiContract.of(document));
    }

    /** What in a request's body breaks the contract. */
    public List<String> request(String operationId, @Nullable Object body) {
        return schemas.request(operationId, body);
    }

    /** What in an answer's body breaks the contract. */
    public List<String> answer(String operationId, int status, @Nullable Object body) {
        return schemas.answer(operationId, status, body);
    }
}
