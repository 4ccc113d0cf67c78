package org.onewindow.connectors.draft;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.RestOperation;

/** The texts of one REST operation: both mappings and all samples. */
final class RestTexts {

    private final Shape shape;
    private final Origins origins;
    private final Forms forms;

    RestTexts(Shape shape, Origins origins) {
        this.shape = shape;
        this.origins = origins;
        var roots = new ArrayList<>(shape.parameters());
        if (shape.body() != null) {
            roots.add(shape.body());
        }
        this.forms = Forms.of(origins, roots);
    }

    Forms forms() {
        return forms;
    }

    String method() {
        return shape.method();
    }

    String path() {
        return shape.path();
    }

    int status() {
        return shape.status();
    }

    String requestMapping(String call) {
        var lines = new Lines();
        var write = new JsonataRequest(lines, forms, true);
        lines.line("/* " + call.replace("*/", "* /") + ": drafted from the contract; decide about each TODO. */")
                .open("{");
        if (!shape.parameters().isEmpty()) {
            lines.open("\"parameters\": {");
            for (int i = 0; i < shape.parameters().size(); i++) {
                var parameter = shape.parameters().get(i);
                write.entry(
                        CanonicalSample.quoted(JsonSample.name(parameter)),
                        parameter,
                        "form",
                        i == shape.parameters().size() - 1);
            }
            lines.close("}" + (shape.body() == null ? "" : ","));
        }
        switch (shape.body()) {
            case null -> {}
            case Group group
            when !group.occurs().isRepeated() -> {
                lines.open("\"body\": {");
                write.entries(group, "form");
                lines.close("}");
            }
            case Node other -> write.entry("\"body\"", other, "form", true);
        }
        return lines.close("}").toString();
    }

    String replyMapping() {
        var lines = new Lines();
        lines.line("/* TODO which answers mean refused or pending? here every 2xx is `answered`. */")
                .open("(");
        lines.open("status >= 200 and status < 300 ? {");
        answered(lines);
        lines.close("}");
        lines.line(": status in [429, 503] ? {\"state\": \"unavailable\", \"cause\": \"HTTP \" & status}");
        lines.line(": {\"state\": \"uncertain\", \"cause\": \"HTTP \" & status}");
        return lines.close(")").toString();
    }

    /** Of an answer that comes as a file. */
    String fileMapping() {
        var lines = new Lines();
        lines.line("/* TODO which answers mean refused or pending? here every answer is `answered`. */")
                .open("{");
        answered(lines);
        return lines.close("}").toString();
    }

    private void answered(Lines lines) {
        var write = new JsonataReply(lines, new Facts(origins), true);
        lines.line("\"state\": \"answered\",").open("\"facts\": {");
        switch (shape.answer()) {
            case null -> {}
            case Group group
            when group.occurs().isRepeated() -> {
                lines.open("\"items\": [body.{");
                write.entries(group, "");
                lines.close("}]");
            }
            case Group group -> write.entries(group, "body");
            case Leaf leaf -> lines.line("\"value\": " + (leaf.occurs().isRepeated() ? "[body]" : "body"));
            case OneOf _ -> {}
        }
        lines.close("}");
    }

    String request(boolean full) {
        var form = new LinkedHashMap<String, Object>();
        var presence = new RequestPresence(full, forms);
        var fill = new FormSample(forms, true);
        shape.parameters().forEach(parameter -> fill.fill(form, parameter, presence));
        switch (shape.body()) {
            case null -> {}
            case Group group when !group.occurs().isRepeated() -> form.putAll(fill.inner(group, presence));
            case Node other -> fill.fill(form, other, presence);
        }
        return CanonicalSample.of(form);
    }

    @Nullable
    Object body(boolean full) {
        return shape.body() == null
                ? null
                : new JsonSample(leaf -> forms.of(leaf).sample()).of(shape.body(), new RequestPresence(full, forms));
    }

    /** What is sent, as samples write it. */
    String sent(boolean full) {
        var query = new LinkedHashMap<String, Object>();
        var headers = new LinkedHashMap<String, Object>();
        var path = shape.path();
        var presence = new RequestPresence(full, forms);
        for (var parameter : shape.parameters()) {
            var name = JsonSample.name(parameter);
            var text = forms.of((Leaf) parameter).sample();
            if (presence.has(parameter)) {
                switch (placeOf(name)) {
                    case "path" -> path = path.replace("{" + name + "}", encoded(text));
                    case "query" -> query.put(name, text);
                    default -> headers.put(name, text);
                }
            }
        }
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("method", shape.method());
        sent.put("path", path);
        sent.put("query", query);
        sent.put("headers", headers);
        var body = body(full);
        if (body != null) {
            sent.put("body", body);
        }
        return CanonicalSample.write(sent);
    }

    private String placeOf(String name) {
        return shape.places().stream()
                .filter(place -> place.name().equals(name))
                .map(RestOperation.Parameter::in)
                .findFirst()
                .orElse("query");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    @Nullable
    Object answer(boolean full) {
        return shape.answer() == null
                ? null
                : new JsonSample(origins::answer).of(shape.answer(), new AnswerPresence(full));
    }

    String answerText(boolean full) {
        var answer = answer(full);
        return answer == null ? "" : CanonicalSample.write(answer);
    }

    String reply(boolean full) {
        var presence = new AnswerPresence(full);
        var facts = new Facts(origins);
        return CanonicalSample.answered(
                switch (shape.answer()) {
                    case null -> Map.of();
                    case Group group
                    when group.occurs().isRepeated() -> {
                        var items = new ArrayList<Object>();
                        for (int i = 0; i < presence.count(group); i++) {
                            items.add(facts.sample(group, presence, true));
                        }
                        yield Map.of("items", items);
                    }
                    case Group group -> facts.sample(group, presence, true);
                    case Leaf leaf -> Map.of("value", java.util.Objects.requireNonNull(answer(full)));
                    case OneOf _ -> Map.of();
                });
    }
}
