package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks one operation of a department. */
final class OperationCheck {

    private static final Pattern METHOD_AND_PATH = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) /\\S*");

    private final String department;
    private final DepartmentFolder folder;
    private final OperationNames names;
    private final Diagnostics diagnostics;

    OperationCheck(String department, DepartmentFolder folder, OperationNames names, Diagnostics diagnostics) {
        this.department = department;
        this.folder = folder;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    void check(String id, YamlValue operation) {
        var key = folder.file().get("operations").placeOf(id);
        checkCall(operation.get("call"));
        checkEffect(id, operation, key);
        checkOutcome(id, operation, key);
        checkPages(operation);
        checkMapping(id, "request", key);
        checkMapping(id, "reply", key);
        var bounds = new BoundsCheck(diagnostics);
        bounds.duration(operation, "timeout", BoundsCheck.ANSWER);
        bounds.duration(operation, "kept", BoundsCheck.KEY);
        bounds.duration(operation.get("query"), "settle", BoundsCheck.SETTLE);
        bounds.duration(operation.get("outcome"), "every", BoundsCheck.ASKING);
        bounds.duration(operation.get("outcome"), "within", BoundsCheck.OUTCOME);
    }

    private void checkCall(YamlValue call) {
        if (folder.file().has("envelope")) {
            return; // the department's own service codes: its contract is prose
        }
        checkCall(call, folder.contract(), diagnostics);
        boolean restByPage = folder.file().get("contract").has("page")
                && !folder.file().get("endpoint").has("files")
                && "json".equals(folder.file().get("format").text());
        if (restByPage
                && call.isText()
                && !METHOD_AND_PATH.matcher(call.mustBeText()).matches()) {
            diagnostics.report(call.place(), Fault.WRONG_FORM, "call", "GET|POST|PUT|PATCH|DELETE /path");
        }
    }

    /** Whether the contract lists this call; where it lists none, any will do. */
    static void checkCall(YamlValue call, ContractFacts contract, Diagnostics diagnostics) {
        var calls = contract.calls();
        if (call.isText() && calls != null && !calls.contains(call.mustBeText())) {
            diagnostics.report(
                    call.place(),
                    Fault.NOT_IN_CONTRACT,
                    call.mustBeText(),
                    Spelling.hint(call.mustBeText(), calls),
                    String.join(", ", calls));
        }
    }

    private void checkEffect(String id, YamlValue operation, Place key) {
        var effect = operation.get("effect").text();
        if (effect == null) {
            return;
        }
        var query = operation.get("query");
        if (effect.equals("query") && query.isMissing()) {
            diagnostics.report(key, Fault.QUERY_MISSING, id);
        } else if (!effect.equals("query") && !query.isMissing()) {
            diagnostics.report(operation.placeOf("query"), Fault.QUERY_WITHOUT_EFFECT, id, effect);
        }
        if (operation.has("kept") && !effect.equals("key")) {
            diagnostics.report(operation.placeOf("kept"), Fault.KEPT_WITHOUT_KEY, id, effect);
        }
        if (!query.isMissing()) {
            names.mustRead(query.get("operation"), names.find(department, query.get("operation")));
            new ExpressionCheck(diagnostics).compiles(query.get("happened-when"));
        }
    }

    private void checkOutcome(String id, YamlValue operation, Place key) {
        var outcome = operation.get("outcome");
        var endpoint = folder.file().get("endpoint");
        boolean byBroker = endpoint.has("queue") && !endpoint.has("url");
        boolean byFiles = endpoint.has("files");
        var by = outcome.get("by");
        if (byFiles) {
            new FileOperationCheck(diagnostics).check(operation, key);
        }
        if (byBroker && outcome.isMissing()) {
            diagnostics.report(
                    key,
                    Fault.WRONG_TRANSPORT,
                    "an answer at once",
                    "endpoint: {queue}",
                    "outcome: {by: queue, within: …}");
        }
        switch (String.valueOf(by.text())) {
            case "callback" -> {
                if (!folder.file().has("callbacks")) {
                    diagnostics.report(by.place(), Fault.NO_CALLBACKS, id);
                }
            }
            case "queue", "file" -> {
                if (!byFiles && !(byBroker && by.mustBeText().equals("queue"))) {
                    diagnostics.report(
                            by.place(),
                            Fault.WRONG_TRANSPORT,
                            "by: " + by.mustBeText(),
                            byBroker ? "endpoint: {queue}" : "endpoint: {url}",
                            byBroker ? "by: queue" : "by: callback, or by: poll");
                }
            }
            case "poll" -> {
                if (!outcome.has("poll")) {
                    diagnostics.report(by.place(), Fault.POLL_WITHOUT_EVERY, id, "poll");
                }
            }
            case "none" -> checkOneWay(operation, byBroker || byFiles);
            default -> {}
        }
        var poll = outcome.get("poll");
        names.mustRead(poll, names.find(department, poll));
        if (!poll.isMissing() && !outcome.has("every")) {
            diagnostics.report(poll.place(), Fault.POLL_WITHOUT_EVERY, id, "every");
        }
    }

    /** Nothing is waited for, so there is nothing to look up and no time for it. */
    private void checkOneWay(YamlValue operation, boolean given) {
        var outcome = operation.get("outcome");
        var by = outcome.get("by").place();
        if (!given) {
            diagnostics.report(
                    by,
                    Fault.WRONG_TRANSPORT,
                    "by: none",
                    "endpoint: {url}",
                    "no outcome: the answer's status is mapped");
        }
        if (outcome.has("poll") || outcome.has("within")) {
            diagnostics.report(by, Fault.WRONG_TRANSPORT, "by: none", "poll and within", "by: none alone");
        }
        if ("read".equals(operation.get("effect").text())) {
            diagnostics.report(by, Fault.WRONG_TRANSPORT, "by: none", "effect read", "effect: key or none");
        }
    }

    private void checkPages(YamlValue operation) {
        var pages = operation.get("pages");
        if (pages.isMissing()) {
            return;
        }
        var format = String.valueOf(folder.file().get("format").text());
        var effect = String.valueOf(operation.get("effect").text());
        if (!format.equals("json") || !effect.equals("read")) {
            diagnostics.report(
                    operation.placeOf("pages"),
                    Fault.WRONG_TRANSPORT,
                    "pages",
                    format.equals("json") ? "effect " + effect : "format " + format,
                    "format: json, effect: read");
        }
        var by = String.valueOf(pages.get("by").text());
        for (var needed : Map.of("cursor", List.of("parameter", "next"), "number", List.of("parameter"))
                .getOrDefault(by, List.of())) {
            if (!pages.has(needed)) {
                diagnostics.report(pages.placeOf("by"), Fault.MISSING_KEY, needed, "pages");
            }
        }
    }

    private void checkMapping(String id, String direction, Place key) {
        var name = "mappings/" + id + "." + direction + "." + extension(folder.file());
        if (!Files.isRegularFile(folder.path().resolve(name))) {
            diagnostics.report(key, Fault.MISSING_MAPPING, name, Spelling.hint(name, mappings()));
        }
    }

    /** What is there instead, for a hint at a slip of the pen. */
    private List<String> mappings() {
        Path mappings = folder.path().resolve("mappings");
        if (!Files.isDirectory(mappings)) {
            return List.of();
        }
        try (var found = Files.list(mappings)) {
            return found.map(path -> "mappings/" + path.getFileName())
                    .filter(name -> !isTaken(name))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isTaken(String mapping) {
        return folder.file().get("operations").names().stream()
                .anyMatch(id -> mapping.equals("mappings/" + id + ".request." + extension(folder.file()))
                        || mapping.equals("mappings/" + id + ".reply." + extension(folder.file())));
    }

    static String extension(YamlValue department) {
        return "xml".equals(department.get("format").text()) ? "xslt" : "jsonata";
    }
}
