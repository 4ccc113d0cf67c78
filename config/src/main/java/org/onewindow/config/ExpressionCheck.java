package org.onewindow.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks expressions: that they compile, and that what they read can be there. */
final class ExpressionCheck {

    private final Diagnostics diagnostics;

    ExpressionCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * What an expression may read.
     *
     * @param reader the step whose expression it is; empty where all facts are there
     * @param steps all steps of the matter
     * @param ready the steps whose facts are there
     * @param fields the fields of the form; empty where they are not known
     */
    record Scope(Optional<String> reader, Collection<String> steps, Set<String> ready, Optional<List<String>> fields) {}

    /** The fields of a form, where its schema names them all. */
    static Optional<List<String>> fieldsOf(Optional<JsonNode> form) {
        return form.filter(schema -> schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").asBoolean())
                .map(schema -> schema.path("properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    boolean compiles(YamlValue expression) {
        return compiles(expression, Map.of());
    }

    boolean compiles(YamlValue expression, Map<String, JsonataProgram.Function> functions) {
        if (!expression.isText()) {
            return false;
        }
        return switch (JsonataProgram.tryCompile(expression.mustBeText(), functions)) {
            case JsonataProgram.Compilation.Compiled _ -> true;
            case JsonataProgram.Compilation.Faulty(var offset, var message) -> {
                diagnostics.report(expression.placeAt(offset), Fault.BAD_EXPRESSION, message);
                yield false;
            }
        };
    }

    void check(YamlValue expression, Scope scope) {
        if (!compiles(expression)) {
            return;
        }
        for (var read : ExpressionReads.of(expression.mustBeText())) {
            var place = expression.placeAt(read.offset());
            if (read.from().equals("form")) {
                scope.fields().ifPresent(fields -> checkField(read.name(), fields, place));
            } else if (!scope.steps().contains(read.name())) {
                diagnostics.report(
                        place,
                        Fault.FACTS_OF_UNKNOWN_STEP,
                        read.name(),
                        Spelling.hint(read.name(), scope.steps()),
                        String.join(", ", scope.steps()));
            } else if (!scope.ready().contains(read.name())) {
                diagnostics.report(
                        place,
                        Fault.FACTS_TOO_EARLY,
                        read.name(),
                        scope.reader().orElse("?"));
            }
        }
    }

    void checkField(String field, List<String> fields, Place place) {
        if (!fields.contains(field)) {
            diagnostics.report(
                    place, Fault.UNKNOWN_FORM_FIELD, field, Spelling.hint(field, fields), String.join(", ", fields));
        }
    }
}
