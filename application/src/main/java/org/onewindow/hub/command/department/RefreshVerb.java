package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.draft.Change;
import org.onewindow.connectors.draft.Glossary;
import org.onewindow.connectors.draft.Refresh;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a newer contract changes and breaks, and takes it over on {@code --write}; settings and mappings stay. */
@Command(name = "refresh", resourceBundle = "org.onewindow.hub.client.texts")
final class RefreshVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private Source source = new Source();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--write")
    private boolean write;

    @Option(names = "--with", paramLabel = "OPERATION")
    private List<String> added = List.of();

    @Option(names = "--to", paramLabel = "DIR")
    @Nullable
    private Path to;

    private final Console console;
    private final Map<String, String> env;

    RefreshVerb(Console console, Map<String, String> env) {
        this.console = console;
        this.env = env;
    }

    @Override
    public Integer call() {
        var texts = console.texts();
        var tree = Tree.of(to, env, texts);
        var file = source.file(texts);
        if (source.sample != null) {
            throw new BadInput(texts.say("department-source"));
        }
        if (!Files.isRegularFile(tree.department(id).resolve("department.yaml"))) {
            throw new BadInput(texts.say("department-not-on-disk", id));
        }
        return switch (source.verdict(texts)) {
            case Verdict.Usable usable -> refresh(tree, usable.contract(), file, List.of());
            case Verdict.Repaired repaired ->
                refresh(
                        tree,
                        repaired.contract(),
                        file,
                        repaired.repairs().stream()
                                .map(repair ->
                                        repair.at() + ": " + repair.what().in(texts.locale()))
                                .toList());
            case Verdict.Unusable(var faults) -> {
                tell(List.of(), List.of(), faults, false);
                yield Main.BAD_INPUT;
            }
        };
    }

    private int refresh(Tree tree, Contract newer, Path file, List<String> repairs) {
        try (var refresh =
                Refresh.of(id, tree.departments(), newer, file.toAbsolutePath().resolveSibling(""))) {
            var refused = refresh.add(added, Glossary.of(tree.root()));
            if (!refused.isEmpty()) {
                tell(repairs, List.of(), refused, false);
                return Main.BAD_INPUT;
            }
            var breaks = refresh.breaks();
            if (write) {
                refresh.write();
            }
            tell(repairs, refresh.changes(), breaks, write);
            return breaks.isEmpty() ? Main.OK : Main.CHECK_FAILED;
        }
    }

    private void tell(List<String> repairs, List<Change> changes, List<Diagnostic> breaks, boolean written) {
        var texts = console.texts();
        if (wishes.json()) {
            console.json(json(repairs, changes, breaks, written));
            return;
        }
        repairs.forEach(repair -> console.line("✓ " + repair));
        changes.forEach(change -> console.line(
                (change.kind().isBreaking() ? "! " : "  ") + change.text().in(texts.locale())));
        breaks.forEach(fault -> console.line("✗ " + fault.in(texts.locale())));
        console.line(texts.say("department-refreshed", changes.size(), breaks.size()));
        console.line(texts.say(written ? "department-written" : "department-not-written"));
    }

    private ObjectNode json(List<String> repairs, List<Change> changes, List<Diagnostic> breaks, boolean written) {
        var node = HubApi.JSON.createObjectNode().put("department", id).put("written", written);
        repairs.forEach(node.putArray("repairs")::add);
        var all = node.putArray("changes");
        changes.forEach(change -> all.addObject()
                .put(
                        "kind",
                        change.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("operation", change.operation())
                .put("field", change.field())
                .put("detail", change.detail())
                .put("breaking", change.kind().isBreaking()));
        new ReportJson(console.texts().locale()).faults(node.putArray("breaks"), breaks);
        return node;
    }
}
