package org.onewindow.connectors.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onewindow.config.Department;
import org.onewindow.config.Expression;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.JsonataProgram;
import org.onewindow.config.Operation;

/** The {@code computed:} values of a department and the parts of its envelope: made anew at every sending, secrets included. */
public final class Computations {

    private final Department department;
    private final Map<String, JsonataProgram> computed;
    private final Map<String, JsonataProgram> parts;

    public Computations(Department department, HubFunctions functions) {
        this.department = department;
        this.computed = compiled(department.computed(), functions);
        var envelope = department.envelope();
        this.parts = envelope == null ? Map.of() : compiled(envelope.parts(), functions);
    }

    /** A fault in one of the expressions is an {@link ExpressionFailed}: the tree was checked before. */
    private static Map<String, JsonataProgram> compiled(Map<String, Expression> expressions, HubFunctions functions) {
        var programs = new LinkedHashMap<String, JsonataProgram>();
        expressions.forEach((name, expression) ->
                programs.put(name, JsonataProgram.compile(expression.source(), functions.ofComputed())));
        return programs;
    }

    /** The computed values of one sending. */
    public Map<String, String> values(Operation operation) {
        return texts(computed, Map.of("call", operation.call(), "values", department.values()));
    }

    /**
     * The parts of the envelope, in the descriptor's order.
     *
     * @param message the filled inner document
     */
    public Map<String, String> parts(Operation operation, Map<String, String> values, String message) {
        var bindings = new HashMap<String, Object>(values);
        bindings.put("call", operation.call());
        bindings.put("values", department.values());
        bindings.put("message", message);
        return texts(parts, bindings);
    }

    private static Map<String, String> texts(Map<String, JsonataProgram> programs, Map<String, ?> bindings) {
        var texts = new LinkedHashMap<String, String>();
        programs.forEach((name, program) -> {
            var value = program.evaluate(Map.of(), bindings);
            if (value == null) {
                throw new ExpressionFailed("the computed value " + name + " is nothing");
            }
            texts.put(name, value.toString());
        });
        return texts;
    }
}
