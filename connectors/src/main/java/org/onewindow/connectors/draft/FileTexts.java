package org.onewindow.connectors.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The texts of one operation in files of JSON: each file a message or an answer, and nothing around it. */
final class FileTexts {

    private final RestTexts texts;

    FileTexts(RestTexts texts) {
        this.texts = texts;
    }

    OperationDraft draft(String call) {
        var id = Names.kebab(call, java.util.Set.of());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("mappings/" + id + ".request.jsonata", texts.requestMapping(call));
        files.put("mappings/" + id + ".reply.jsonata", texts.fileMapping());
        sample(files, "samples/" + id + "/", true);
        int samples = 2;
        if (!sent(true).equals(sent(false)) || !texts.answerText(true).equals(texts.answerText(false))) {
            sample(files, "samples/" + id + ".minimal/", false);
            samples += 2;
        }
        var open = OperationDraft.fields(texts.forms(), true);
        var filled = OperationDraft.fields(texts.forms(), false);
        return new OperationDraft(
                id,
                call,
                "none",
                "",
                open.size() + filled.size(),
                open,
                filled,
                samples,
                List.of(),
                files,
                new Stub("", "", "application/json", "", 200, sent(true), texts.answerText(true)));
    }

    private void sample(Map<String, String> files, String folder, boolean full) {
        files.put(folder + "request.json", texts.request(full));
        files.put(folder + "to-department.json", sent(full));
        files.put(folder + "from-department.json", texts.answerText(full));
        files.put(folder + "reply.json", texts.reply(full));
    }

    private String sent(boolean full) {
        return CanonicalSample.write(Objects.requireNonNull(texts.body(full), "a message has a body"));
    }
}
