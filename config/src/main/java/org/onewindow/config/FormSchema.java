package org.onewindow.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The JSON Schema of a form, beside the matter or inquiry that names it. */
final class FormSchema {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Diagnostics diagnostics;

    FormSchema(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static Optional<JsonNode> read(Path path) {
        try {
            return Optional.of(JSON.readTree(Files.readString(path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Checks the schema that {@code form:} names; empty where it cannot be used.
     *
     * @param folder of the file that names it
     */
    Optional<JsonNode> check(YamlValue form, Path folder) {
        if (!form.isText()) {
            return Optional.empty();
        }
        var name = form.mustBeText();
        var path = folder.resolve(name).normalize();
        var file = form.place().file();
        var place = Place.startOf(file.substring(0, file.lastIndexOf('/') + 1) + name);
        if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            diagnostics.report(form.place(), Fault.MISSING_FILE, place.file());
            return Optional.empty();
        }
        return parse(path, place).filter(schema -> isSchema(schema, place));
    }

    private Optional<JsonNode> parse(Path path, Place place) {
        try {
            return Optional.of(JSON.readTree(Files.readString(path)));
        } catch (JacksonException fault) {
            var at = Objects.requireNonNull(fault.getLocation());
            diagnostics.report(
                    new Place(place.file(), at.getLineNr(), at.getColumnNr()),
                    Fault.NOT_A_SCHEMA,
                    fault.getOriginalMessage());
        } catch (IOException failure) {
            diagnostics.report(place, Fault.UNREADABLE_FILE, failure.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private boolean isSchema(JsonNode schema, Place place) {
        if (!schema.path("type").asText().equals("object")) {
            diagnostics.report(place, Fault.NOT_A_SCHEMA, "\"type\": \"object\"");
            return false;
        }
        var faults = TreeSchemas.ofSchemas().validate(schema);
        for (var fault : faults) {
            diagnostics.report(place, Fault.NOT_A_SCHEMA, fault.getMessage());
        }
        return faults.isEmpty();
    }
}
