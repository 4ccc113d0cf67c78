package org.onewindow.config;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Holds a file against the schema of its kind, and tells what differs in the words of the catalogue. */
final class StructureCheck {

    private static final Map<String, String> BOUNDS = Map.of(
            "minimum",
            "≥",
            "maximum",
            "≤",
            "minLength",
            "≥",
            "maxLength",
            "≤",
            "minItems",
            "≥",
            "maxItems",
            "≤",
            "minProperties",
            "≥",
            "maxProperties",
            "≤");

    private final Diagnostics diagnostics;

    StructureCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(YamlValue file, String kind) {
        for (var message : TreeSchemas.of(kind).validate(file.json())) {
            report(message, file);
        }
    }

    private void report(ValidationMessage message, YamlValue file) {
        var place = new Target(file, message.getInstanceLocation());
        switch (message.getType()) {
            case "additionalProperties" -> unknownKey(message, place);
            case "propertyNames" ->
                diagnostics.report(
                        place.value().placeOf(message.getProperty()),
                        Fault.WRONG_FORM,
                        message.getProperty(),
                        expectedKeys(message));
            case "required", "dependentRequired" ->
                diagnostics.report(place.ofKey(), Fault.MISSING_KEY, message.getArguments()[0], place.name());
            case "type" ->
                diagnostics.report(
                        place.ofValue(),
                        Fault.WRONG_TYPE,
                        place.name(),
                        message.getArguments()[0],
                        message.getArguments()[1]);
            case "enum" -> notOneOf(message, place);
            case "const" ->
                diagnostics.report(
                        place.ofValue(),
                        Fault.WRONG_API_VERSION,
                        message.getSchemaNode().asText());
            case "pattern", "format", "uniqueItems" ->
                diagnostics.report(place.ofValue(), Fault.WRONG_FORM, place.name(), expected(message));
            default -> outOfBounds(message, place);
        }
    }

    private void unknownKey(ValidationMessage message, Target place) {
        var known = TreeSchemas.around(message.getSchemaLocation()).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        var key = message.getProperty();
        diagnostics.report(
                place.value().placeOf(key),
                Fault.UNKNOWN_KEY,
                key,
                Spelling.hint(key, known),
                String.join(", ", known));
    }

    private void notOneOf(ValidationMessage message, Target place) {
        var allowed = StreamSupport.stream(message.getSchemaNode().spliterator(), false)
                .map(node -> node.asText())
                .toList();
        var word = place.value().json().asText();
        diagnostics.report(
                place.ofValue(),
                Fault.NOT_ONE_OF,
                place.name(),
                String.join(", ", allowed),
                Spelling.hint(word, allowed));
    }

    private void outOfBounds(ValidationMessage message, Target place) {
        var keyword = message.getType();
        diagnostics.report(
                place.ofValue(),
                Fault.OUT_OF_BOUNDS,
                place.name(),
                keyword,
                BOUNDS.getOrDefault(keyword, ""),
                Arrays.stream(message.getArguments()).map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String expectedKeys(ValidationMessage message) {
        var arguments = message.getArguments();
        return arguments.length > 1 ? String.valueOf(arguments[1]) : "";
    }

    /** What the schema says about the value, such as "A duration such as 25s"; else the bare pattern. */
    private static String expected(ValidationMessage message) {
        var described = TreeSchemas.around(message.getSchemaLocation()).path("description");
        return described.isTextual()
                ? described.textValue()
                : message.getType() + " " + message.getSchemaNode().asText();
    }

    /** The value a message is about. */
    private record Target(YamlValue value, YamlValue parent, String name) {

        Target(YamlValue file, JsonNodePath path) {
            this(at(file, path, path.getNameCount()), at(file, path, path.getNameCount() - 1), nameOf(file, path));
        }

        Place ofValue() {
            return value.place();
        }

        /** Of a mapping under a key, the key's place: there one looks for what is missing. */
        Place ofKey() {
            return parent.keys().getOrDefault(name, value.place());
        }

        private static YamlValue at(YamlValue file, JsonNodePath path, int depth) {
            var value = file;
            for (int i = 0; i < depth; i++) {
                value = path.getElement(i) instanceof Integer index
                        ? value.elements().get(index)
                        : value.get(String.valueOf(path.getElement(i)));
            }
            return value;
        }

        private static String nameOf(YamlValue file, JsonNodePath path) {
            int depth = path.getNameCount();
            return depth == 0 ? file.place().file() : String.valueOf(path.getElement(depth - 1));
        }
    }
}
