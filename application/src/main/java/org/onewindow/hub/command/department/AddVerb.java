package org.onewindow.hub.command.department;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.draft.DraftedFolder;
import org.onewindow.connectors.draft.Drafting;
import org.onewindow.connectors.draft.Glossary;
import org.onewindow.connectors.draft.MessageDrafting;
import org.onewindow.connectors.draft.Wish;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a department's folder from its contract; needs neither a running hub nor a network. */
@Command(name = "add", resourceBundle = "org.onewindow.hub.client.texts")
final class AddVerb implements Callable<Integer> {

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_ID = 60;

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private Source source = new Source();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME")
    private String name = "";

    @Option(names = "--operation", paramLabel = "NAME")
    private List<String> operations = List.of();

    @Option(names = "--jms", paramLabel = "QUEUE")
    private String queue = "";

    @Option(names = "--files")
    private boolean files;

    @Option(names = "--answer", paramLabel = "FILE")
    @Nullable
    private Path answer;

    @Option(names = "--to", paramLabel = "DIR")
    @Nullable
    private Path to;

    private final Console console;
    private final Map<String, String> env;

    AddVerb(Console console, Map<String, String> env) {
        this.console = console;
        this.env = env;
    }

    @Override
    public Integer call() {
        var texts = console.texts();
        var tree = Tree.of(to, env, texts);
        var file = source.file(texts);
        if (!id.matches(ID) || id.length() > LONGEST_ID) {
            throw new BadInput(texts.say("department-id", id));
        }
        if (Files.exists(tree.department(id))) {
            throw new BadInput(texts.say("department-there", tree.department(id)));
        }
        if ((!queue.isEmpty() || files) && source.sample == null) {
            throw new BadInput(texts.say("department-jms"));
        }
        if (!queue.isEmpty() && files) {
            throw new BadInput(texts.say("department-ways"));
        }
        var wish = new Wish(id, title(), operations, queue, files);
        var report = new AddReport(console, wishes.json(), wish);
        var glossary = Glossary.of(tree.root());
        if (source.sample != null) {
            var outcome = new MessageDrafting(wish, glossary).draft(file, answer);
            return finish(outcome, report, tree, file);
        }
        var verdict = source.verdict(texts);
        report.verdict(verdict);
        return switch (verdict) {
            case Verdict.Usable usable ->
                finish(new Drafting(wish, glossary).draft(usable.contract()), report, tree, file);
            case Verdict.Repaired repaired ->
                finish(new Drafting(wish, glossary).draft(repaired.contract()), report, tree, file);
            case Verdict.Unusable(var faults) -> {
                report.refused(faults);
                yield Main.BAD_INPUT;
            }
        };
    }

    private Localised title() {
        return new Localised(name.isEmpty() ? id : name, name.matches("\\p{ASCII}+") ? name : id.replace('-', ' '));
    }

    private int finish(Drafting.Outcome outcome, AddReport report, Tree tree, Path file) {
        return switch (outcome) {
            case Drafting.Outcome.Refused(var faults) -> {
                report.refused(faults);
                yield Main.BAD_INPUT;
            }
            case Drafting.Outcome.Drafted(var draft) -> {
                try (var folder = DraftedFolder.write(
                        draft, tree.departments(), file.toAbsolutePath().resolveSibling(""))) {
                    var found = folder.check();
                    if (!folder.moveTo(tree.departments())) {
                        throw new BadInput(console.texts().say("department-there", tree.department(id)));
                    }
                    report.added(draft, found, tree.department(id));
                    yield found.isEmpty() ? Main.OK : Main.CHECK_FAILED;
                }
            }
        };
    }
}
