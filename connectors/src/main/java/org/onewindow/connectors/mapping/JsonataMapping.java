package org.onewindow.connectors.mapping;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.JsonataProgram;
import org.onewindow.config.Operation;

/** A mapping written in JSONata, for departments that speak JSON or XStream's dialect. */
final class JsonataMapping implements Mapping {

    private static final Set<String> PARTS_OF_A_REQUEST = Set.of("parameters", "body");

    private final JsonataProgram program;

    JsonataMapping(JsonataProgram program) {
        this.program = program;
    }

    @Override
    public String request(Department department, Operation operation, Asked asked) {
        var context = asked.context();
        var bindings = constants(department, operation);
        bindings.put("key", context.key().toString());
        bindings.put("attempt", context.attempt());
        bindings.put("now", textOf(context.now()));
        bindings.put("callbackUrl", context.callbackUrl());
        department
                .computed()
                .keySet()
                .forEach(name -> bindings.put(name, asked.holes().computed(name)));
        var result = ScopedValue.where(HubFunctions.HOLES, asked.holes())
                .call(() -> run(CanonicalJson.of(asked.request()), bindings));
        if (!(result instanceof Map<?, ?> parts) || !PARTS_OF_A_REQUEST.containsAll(parts.keySet())) {
            throw new MappingFailed("a request mapping yields an object of parameters and body, nothing else");
        }
        return CanonicalJson.write(parts);
    }

    @Override
    public Map<String, @Nullable Object> reply(Department department, Operation operation, Told told) {
        var input = new LinkedHashMap<String, @Nullable Object>();
        input.put("status", told.status());
        input.put("headers", told.headers());
        input.put("body", told.content());
        input.put("request", new OnDemand(() -> CanonicalJson.of(told.request())));
        return object(run(input, constants(department, operation)), "a reply mapping yields an object");
    }

    @Override
    public Map<String, @Nullable Object> event(Department department, @Nullable Object content) {
        var input = new HashMap<String, @Nullable Object>();
        input.put("body", content);
        return object(run(input, Map.of("values", department.values())), "an event mapping yields an object");
    }

    @Override
    public Map<String, @Nullable Object> submission(@Nullable Object content) {
        if (content == null) {
            throw new MappingFailed("there is nothing to map");
        }
        return object(run(content, Map.of()), "a channel's mapping yields an object");
    }

    static String textOf(java.time.Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS)
                .atZone(HubFunctions.BEIJING)
                .toOffsetDateTime()
                .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Map<String, Object> constants(Department department, Operation operation) {
        var bindings = new HashMap<String, Object>();
        bindings.put("values", department.values());
        bindings.put("call", operation.call());
        return bindings;
    }

    private @Nullable Object run(Object input, Map<String, ?> bindings) {
        try {
            return program.evaluate(input, bindings);
        } catch (ExpressionFailed failure) {
            throw new MappingFailed(String.valueOf(failure.getMessage()));
        }
    }

    private static Map<String, @Nullable Object> object(@Nullable Object result, String otherwise) {
        if (result instanceof Map<?, ?> map) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, value) -> object.put(String.valueOf(name), value));
            return object;
        }
        throw new MappingFailed(otherwise);
    }
}
