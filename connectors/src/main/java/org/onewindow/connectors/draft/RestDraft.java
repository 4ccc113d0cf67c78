package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.RestContract;
import org.onewindow.connectors.contract.RestOperation;
import org.onewindow.connectors.rest.BodyCheck;

/** Drafts the operations of an OpenAPI document. */
final class RestDraft {

    private final RestContract contract;
    private final Glossary glossary;
    private final String department;

    RestDraft(RestContract contract, Glossary glossary, String department) {
        this.contract = contract;
        this.glossary = glossary;
        this.department = department;
    }

    /** @throws Endless the schemas allow no finite message */
    OperationDraft draft(RestOperation operation, Set<String> taken) {
        var id = Names.kebab(operation.id(), taken);
        var parameters = new ArrayList<Node>();
        for (var parameter : operation.parameters()) {
            var shape = new JsonSchemaWalk(contract.document(), false)
                    .node(
                            parameter.schema(),
                            Tag.plain(parameter.name()),
                            parameter.required() ? Occurs.ONCE : Occurs.MAYBE);
            if (shape instanceof Leaf leaf) {
                var single = leaf.occurs().isOptional() ? Occurs.MAYBE : Occurs.ONCE;
                parameters.add(new Leaf(leaf.tag(), single, false, leaf.type()));
            } else if (parameter.required()) {
                throw new Endless("parameter " + parameter.name());
            }
        }
        var body = shape(operation.body(), false);
        var answer = shape(operation.answer(), true);
        var first = texts(operation, parameters, body, answer, Set.of());
        var breaches = breaches(operation, first);
        if (breaches.isEmpty()) {
            return result(id, operation, first, breaches);
        }
        var doubted = new HashSet<Leaf>();
        List.of(
                        parameters,
                        body == null ? List.<Node>of() : List.of(body),
                        answer == null ? List.<Node>of() : List.of(answer))
                .forEach(nodes -> nodes.forEach(node -> doubted.addAll(node.leaves())));
        var second = texts(operation, parameters, body, answer, doubted);
        var others = breaches(operation, second);
        return others.size() < breaches.size()
                ? result(id, operation, second, others)
                : result(id, operation, first, breaches);
    }

    private @Nullable Node shape(@Nullable Map<?, ?> schema, boolean answers) {
        return schema == null
                ? null
                : new JsonSchemaWalk(contract.document(), answers).node(schema, Tag.plain("items"), Occurs.ONCE);
    }

    private RestTexts texts(
            RestOperation operation,
            List<Node> parameters,
            @Nullable Node body,
            @Nullable Node answer,
            Set<Leaf> doubted) {
        var shape = new Shape(
                operation.method(),
                operation.path(),
                operation.parameters(),
                parameters,
                body,
                operation.status(),
                answer);
        return new RestTexts(shape, new Origins(glossary, department, doubted));
    }

    private List<String> breaches(RestOperation operation, RestTexts texts) {
        var check = new BodyCheck(contract.document());
        var breaches = new ArrayList<String>();
        for (var full : List.of(true, false)) {
            breaches.addAll(check.request(operation.id(), texts.body(full)));
            breaches.addAll(check.answer(operation.id(), operation.status(), texts.answer(full)));
        }
        return breaches;
    }

    private static OperationDraft result(String id, RestOperation operation, RestTexts texts, List<String> breaches) {
        boolean reads = operation.method().equals("GET") || Names.isLookUp(id);
        return result(id, operation.id(), reads ? "read" : "none", texts, operation.documentation(), breaches);
    }

    /** The draft of one call. */
    static OperationDraft result(
            String id, String call, String effect, RestTexts texts, String title, List<String> breaches) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("mappings/" + id + ".request.jsonata", texts.requestMapping(call));
        files.put("mappings/" + id + ".reply.jsonata", texts.replyMapping());
        int samples = sample(files, "samples/" + id + "/", texts, true);
        if (!texts.sent(true).equals(texts.sent(false)) || !Objects.equals(texts.answer(true), texts.answer(false))) {
            samples += sample(files, "samples/" + id + ".minimal/", texts, false);
        }
        var open = OperationDraft.fields(texts.forms(), true);
        var filled = OperationDraft.fields(texts.forms(), false);
        var body = texts.body(true);
        return new OperationDraft(
                id,
                call,
                effect,
                title,
                open.size() + filled.size(),
                open,
                filled,
                samples,
                breaches,
                files,
                new Stub(
                        texts.method(),
                        texts.path(),
                        "application/json",
                        "",
                        texts.status(),
                        body == null ? "" : CanonicalSample.write(body),
                        texts.answerText(true)));
    }

    private static int sample(Map<String, String> files, String folder, RestTexts texts, boolean full) {
        files.put(folder + "request.json", texts.request(full));
        files.put(folder + "to-department.json", texts.sent(full));
        files.put(folder + "from-department.json", texts.answerText(full));
        files.put(folder + "reply.json", texts.reply(full));
        if (texts.status() != 200) {
            files.put(folder + "from-department.status", texts.status() + "\n");
        }
        return 2;
    }
}
