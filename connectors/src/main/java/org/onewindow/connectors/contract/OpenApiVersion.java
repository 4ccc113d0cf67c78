package org.onewindow.connectors.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/** Whether a document is an OpenAPI that the hub reads. */
final class OpenApiVersion {

    private OpenApiVersion() {}

    /** What is there in its place; null: it is one. */
    static @Nullable Localised stranger(@Nullable Object root) {
        if (!(root instanceof Map<?, ?> document)) {
            return new Localised("没有内容", "there is nothing in it");
        }
        if (document.containsKey("swagger")) {
            return new Localised(
                    "这是 Swagger 2.0；请用 converter.swagger.io 或 swagger2openapi 转成 OpenAPI 3",
                    "it is Swagger 2.0: convert it to OpenAPI 3, with swagger2openapi for instance");
        }
        var version = JsonTree.text(document, "openapi");
        if (!version.matches("3\\.[01](\\..*)?")) {
            return new Localised("openapi 版本是 \"" + version + "\"", "its openapi version is \"" + version + "\"");
        }
        return JsonTree.map(document, "paths").isEmpty() ? new Localised("没有 paths", "it has no paths") : null;
    }
}
