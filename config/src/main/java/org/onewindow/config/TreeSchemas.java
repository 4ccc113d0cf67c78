package org.onewindow.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas of the tree's own files. They lie in {@code config/schema/} for editors; the hub carries them with it, so that a tree
 * cannot loosen its own rules.
 */
final class TreeSchemas {

    private static final String PREFIX = "urn:onewindow:schema:";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(TreeSchemas::source)));
    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private TreeSchemas() {}

    /** The schema of a kind of file: department, matter, inquiry, channel, licence, material, calendar or hub. */
    static JsonSchema of(String kind) {
        return SCHEMAS.computeIfAbsent(kind, name -> FACTORY.getSchema(SchemaLocation.of(PREFIX + name), POINTERS));
    }

    /** What a JSON Schema of 2020-12 itself must be like. */
    static JsonSchema ofSchemas() {
        return SCHEMAS.computeIfAbsent(
                "2020-12", _ -> FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), POINTERS));
    }

    /** The part of a schema that holds the keyword at this location; missing where it is none of the tree's. */
    static JsonNode around(SchemaLocation keyword) {
        var name = String.valueOf(keyword.getAbsoluteIri());
        var fragment = String.valueOf(keyword.getFragment());
        if (!name.startsWith(PREFIX) || !fragment.contains("/")) {
            return MissingNode.getInstance();
        }
        return of(name.substring(PREFIX.length())).getSchemaNode().at(fragment.substring(0, fragment.lastIndexOf('/')));
    }

    private static @Nullable String source(String iri) {
        if (!iri.startsWith(PREFIX)) {
            return null;
        }
        var resource = "schema/" + iri.substring(PREFIX.length()) + ".schema.json";
        try (var in = Objects.requireNonNull(TreeSchemas.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
