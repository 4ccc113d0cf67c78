package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;

/**
 * One operation of an OpenAPI document; schemas are JSON values with references into the document.
 *
 * @param body the schema of the JSON body that is sent; null: none
 * @param status of the good answer
 * @param answer the schema of the good answer; null: it has no body
 * @param refusal why it cannot be described; null: it can
 */
public record RestOperation(
        String id,
        Spot at,
        String method,
        String path,
        String documentation,
        List<Parameter> parameters,
        @Nullable Map<?, ?> body,
        boolean bodyRequired,
        int status,
        @Nullable Map<?, ?> answer,
        @Nullable Diagnostic refusal) {

    /** A parameter in path, query or header. */
    public record Parameter(String name, String in, boolean required, Map<?, ?> schema) {}
}
