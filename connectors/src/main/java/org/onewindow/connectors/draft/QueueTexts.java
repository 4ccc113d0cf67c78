package org.onewindow.connectors.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of one operation over a queue or in files: XML as XStream reads and writes it. */
final class QueueTexts {

    private final Origins origins;
    private final Group asked;
    private final Node answered;
    private final Forms forms;

    QueueTexts(Origins origins, Group asked, Node answered) {
        this.origins = origins;
        this.asked = asked;
        this.answered = answered;
        this.forms = Forms.of(origins, List.of(asked));
    }

    /** @param lookUps whether it can be looked up in */
    OperationDraft draft(String call, boolean lookUps) {
        var id = Names.kebab(call, java.util.Set.of());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("mappings/" + id + ".request.jsonata", requestMapping(call));
        files.put("mappings/" + id + ".reply.jsonata", replyMapping());
        sample(files, "samples/" + id + "/", true);
        int samples = 2;
        if (!sent(true).equals(sent(false)) || !answer(true).equals(answer(false))) {
            sample(files, "samples/" + id + ".minimal/", false);
            samples += 2;
        }
        var open = OperationDraft.fields(forms, true);
        var filled = OperationDraft.fields(forms, false);
        return new OperationDraft(
                id,
                call,
                lookUps && Names.isLookUp(id) ? "read" : "none",
                "",
                open.size() + filled.size(),
                open,
                filled,
                samples,
                List.of(),
                files,
                new Stub("", "", "text/xml", "", 200, sent(true), answer(true)));
    }

    private void sample(Map<String, String> files, String folder, boolean full) {
        files.put(folder + "request.json", request(full));
        files.put(folder + "to-department.xml", sent(full));
        files.put(folder + "from-department.xml", answer(full));
        files.put(folder + "reply.json", reply(full));
    }

    private String requestMapping(String call) {
        var lines = new Lines();
        lines.line("/* " + call.replace("*/", "* /") + ": drafted from a sample; decide about each TODO. */")
                .open("{")
                .open("\"body\": {")
                .open(CanonicalSample.quoted(asked.tag().name()) + ": {");
        new JsonataRequest(lines, forms, false).entries(asked, "form");
        return lines.close("}").close("}").close("}").toString();
    }

    private String replyMapping() {
        var lines = new Lines();
        lines.line("/* TODO which answers mean refused, pending or unavailable? here every answer is `answered`. */")
                .open("{")
                .line("\"state\": \"answered\",")
                .open("\"facts\": {");
        var root = JsonSample.name(answered);
        var path = JsonataRequest.path("body", root.substring(root.indexOf(':') + 1));
        if (answered instanceof Group group) {
            new JsonataReply(lines, new Facts(origins), false).entries(answer(group), path);
        } else {
            lines.line("\"value\": " + path);
        }
        return lines.close("}").close("}").toString();
    }

    /** Namespaces are no facts. */
    private static Group answer(Group group) {
        return new Group(
                group.tag(),
                group.occurs(),
                group.nillable(),
                group.attributes().stream()
                        .filter(attribute -> !attribute.tag().name().startsWith("xmlns"))
                        .toList(),
                group.children(),
                group.text(),
                null);
    }

    private String request(boolean full) {
        return CanonicalSample.of(new FormSample(forms, false).inner(asked, new RequestPresence(full, forms)));
    }

    private String sent(boolean full) {
        var lines = new Lines();
        new XmlSample(lines, Prefixes.of("", List.of()), leaf -> forms.of(leaf).sample())
                .write(asked, new RequestPresence(full, forms), "");
        return lines.toString();
    }

    private String answer(boolean full) {
        var lines = new Lines();
        new XmlSample(lines, Prefixes.of("", List.of()), origins::answer).write(answered, new AnswerPresence(full), "");
        return lines.toString();
    }

    private String reply(boolean full) {
        return CanonicalSample.answered(
                answered instanceof Group group
                        ? new Facts(origins).sample(answer(group), new AnswerPresence(full), false)
                        : Map.of("value", origins.answer((Leaf) answered)));
    }
}
