package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.Remark;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.draft.DepartmentDraft;
import org.onewindow.connectors.draft.OperationDraft;
import org.onewindow.connectors.draft.Wish;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;

/** Tells what came of an import, line by line or as one JSON object. */
final class AddReport {

    private static final int MOST_NAMED = 8;

    private final Console console;
    private final boolean asJson;
    private final Wish wish;
    private final ObjectNode json = HubApi.JSON.createObjectNode();

    AddReport(Console console, boolean asJson, Wish wish) {
        this.console = console;
        this.asJson = asJson;
        this.wish = wish;
        json.put("department", wish.id());
    }

    void verdict(Verdict verdict) {
        switch (verdict) {
            case Verdict.Usable(var contract, var notes) -> told("usable", List.of(), notes);
            case Verdict.Repaired(var contract, var repairs, var notes) -> told("repaired", repairs, notes);
            case Verdict.Unusable(var faults) -> told("unusable", List.of(), List.of());
        }
    }

    private void told(String verdict, List<Remark> repairs, List<Remark> notes) {
        json.put("verdict", verdict);
        new ReportJson(console.texts().locale()).remarks(json.putArray("repairs"), repairs);
        new ReportJson(console.texts().locale()).remarks(json.putArray("notes"), notes);
        if (!asJson) {
            var mark = verdict.equals("unusable") ? "✗ " : "✓ ";
            console.line(mark + console.texts().say("department-verdict-" + verdict, repairs.size()));
            repairs.forEach(repair -> console.line("    " + line(repair)));
            notes.forEach(note -> console.line("  ! " + line(note)));
        }
    }

    private String line(Remark remark) {
        return remark.at() + ": " + remark.what().in(console.texts().locale());
    }

    void refused(List<Diagnostic> faults) {
        json.put("added", false);
        faults(faults);
        if (asJson) {
            console.json(json);
        }
    }

    private void faults(List<Diagnostic> faults) {
        new ReportJson(console.texts().locale()).faults(json.putArray("faults"), faults);
        if (!asJson) {
            faults.forEach(fault -> console.line(fault.in(console.texts().locale())));
        }
    }

    void added(DepartmentDraft draft, List<Diagnostic> found, Path folder) {
        json.put("added", true)
                .put("folder", folder.toString())
                .put("contract", draft.summary())
                .put("samples", draft.samples())
                .put("fields", draft.fields())
                .put("open", draft.open());
        var operations = json.putArray("operations");
        draft.operations().forEach(operation -> operation(operations.addObject(), operation));
        var others = json.putArray("notDescribed");
        draft.others().forEach(other -> others.add(other.name()));
        if (!asJson) {
            lines(draft, found, folder);
        }
        faults(found);
        if (asJson) {
            console.json(json);
        }
    }

    private static void operation(ObjectNode node, OperationDraft operation) {
        node.put("id", operation.id())
                .put("call", operation.call())
                .put("effect", operation.effect())
                .put("fields", operation.fields());
        var open = node.putArray("open");
        operation.open().forEach(field -> open.add(field.name()));
    }

    private void lines(DepartmentDraft draft, List<Diagnostic> found, Path folder) {
        var texts = console.texts();
        var calls = draft.operations().stream().map(OperationDraft::call).toList();
        console.line("✓ " + texts.say("department-contract", draft.summary(), named(calls)));
        int bad = draft.breaches().size();
        console.line(
                (bad == 0 ? "✓ " : "✗ ") + texts.say("department-samples", draft.samples(), draft.samples() - bad));
        console.line(
                "✓ " + texts.say("department-mapping", draft.fields(), draft.fields() - draft.open(), draft.open()));
        if (draft.files().keySet().stream().anyMatch(file -> file.startsWith("simulator/"))) {
            console.line("✓ " + texts.say("department-simulator", folder.resolve("simulator/mappings")));
        }
        console.line((found.isEmpty() ? "✓ " : "✗ ") + texts.say("department-check", found.size()));
        var open = draft.operations().stream()
                .flatMap(operation -> operation.open().stream())
                .map(OperationDraft.Field::name)
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            console.line("! " + texts.say("department-todo", open.size(), named(open)));
        }
        var others = draft.others().stream().map(DepartmentDraft.Other::name).toList();
        if (!others.isEmpty()) {
            console.line("! " + texts.say("department-others", others.size(), named(others)));
        }
        console.line(texts.say("department-next", folder.resolve("README.md"), wish.id()));
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? ", …" : "");
    }
}
