package org.onewindow.routes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onewindow.canonical.Localised;

/** Checks a form's fields against its JSON Schema (2020-12); schemas are compiled once. */
final class FormCheck {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig SETTINGS = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** What is wrong; pointers begin with {@code /form}. */
    List<Violation> check(String schemaText, Map<String, Object> form) {
        var schema = compiled.computeIfAbsent(schemaText, text -> FACTORY.getSchema(text, InputFormat.JSON, SETTINGS));
        return schema.validate(JSON.valueToTree(form)).stream()
                .map(FormCheck::violation)
                .toList();
    }

    private static Violation violation(ValidationMessage message) {
        var at = "/form" + message.getInstanceLocation();
        var property = message.getProperty() == null ? "" : "/" + message.getProperty();
        return switch (message.getType()) {
            case "required" ->
                new Violation(at + property, "required", new Localised("此项必填", "This field is required"));
            case "additionalProperties", "unevaluatedProperties" ->
                new Violation(at + property, "unknown-field", new Localised("没有此项", "There is no such field"));
            case "type" -> new Violation(at, "wrong-type", new Localised("类型有误", "This has the wrong type"));
            case "enum", "const" ->
                new Violation(at, "not-allowed", new Localised("不在可选范围内", "This is not one of the allowed values"));
            case "pattern", "format" ->
                new Violation(at, "wrong-format", new Localised("格式有误", "This has the wrong format"));
            default ->
                new Violation(at, "out-of-bounds", new Localised("超出允许范围", "This is outside of what is allowed"));
        };
    }
}
