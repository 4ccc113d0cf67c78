package org.onewindow.config;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onewindow.canonical.IdType;

/** What would stand on a licence, held against its type; schemas are compiled once. For many threads. */
public final class LicenceContent {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig SETTINGS = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();

    private LicenceContent() {}

    /**
     * Where it does not hold, as JSON pointers into {@code {data, holders}}; never a value.
     *
     * @param holders their documents, in order
     */
    public static List<String> faults(LicenceType type, Map<String, Object> data, List<IdType> holders) {
        var schema = COMPILED.computeIfAbsent(
                type.fieldSchema(), text -> FACTORY.getSchema(text, InputFormat.JSON, SETTINGS));
        var fields = schema.validate(JSON.valueToTree(data)).stream().map(LicenceContent::pointer);
        var others = IntStream.range(0, holders.size())
                .filter(i -> !type.holders().admit(holders.get(i)))
                .mapToObj(i -> "/holders/" + i + "/idType");
        return Stream.concat(fields, others).distinct().toList();
    }

    private static String pointer(ValidationMessage message) {
        var property = message.getProperty();
        return "/data" + message.getInstanceLocation() + (property == null ? "" : "/" + property);
    }
}
