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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
        if (!path.startsWith(folder.normalize())) {
            return Optional.empty(); // the schema refuses ..
        }
        if (!Files.isRegularFile(path)) {
            diagnostics.report(form.place(), Fault.MISSING_FILE, place.file());
            return Optional.empty();
        }
        return parse(path, place).filter(schema -> isSchema(schema, path, place));
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

    private boolean isSchema(JsonNode schema, Path path, Place start) {
        if (!schema.path("type").asText().equals("object")) {
            diagnostics.report(
                    places(path, start).getOrDefault("/type", start), Fault.NOT_A_SCHEMA, "\"type\": \"object\"");
            return false;
        }
        var faults = TreeSchemas.ofSchemas().validate(schema);
        var told = new HashSet<String>();
        for (var fault : faults) {
            var pointer = fault.getInstanceLocation().toString();
            if (told.add(pointer)) {
                diagnostics.report(
                        places(path, start).getOrDefault(pointer, start), Fault.NOT_A_SCHEMA, fault.getMessage());
            }
        }
        return faults.isEmpty();
    }

    /** Where each part of a JSON file stands, by its pointer: its key, or in an array the part itself. */
    private static Map<String, Place> places(Path path, Place start) {
        var places = new HashMap<String, Place>();
        try (var parser = JSON.createParser(path.toFile())) {
            while (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                places.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        new Place(start.file(), at.getLineNr(), at.getColumnNr()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return places;
    }
}
