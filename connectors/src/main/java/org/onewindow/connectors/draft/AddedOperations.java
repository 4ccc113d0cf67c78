package org.onewindow.connectors.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onewindow.config.Department;
import org.onewindow.connectors.contract.Contract;

/** Drafts more operations into a folder that people have worked on: nothing that is there is touched. */
final class AddedOperations {

    private static final Pattern OPERATIONS = Pattern.compile("(?m)^operations:[ \\t]*(?:#.*)?\\R+([ \\t]+)");
    private static final Pattern NEXT_STEPS = Pattern.compile("(?m)^## 怎样继续");
    private static final List<String> NEW_FILES = List.of("mappings/", "samples/", "simulator/");

    private final Department before;
    private final Path folder;

    AddedOperations(Department before, Path folder) {
        this.before = before;
        this.folder = folder;
    }

    /** Empties a wish of what is described already. */
    List<String> missing(Collection<String> wished) {
        var described = before.operations().values().stream()
                .map(operation -> operation.call())
                .toList();
        return wished.stream()
                .filter(name ->
                        !described.contains(name) && !before.operations().containsKey(name))
                .distinct()
                .toList();
    }

    Drafting.Outcome draft(List<String> missing, Contract newer, Glossary glossary) throws IOException {
        var outcome = new Drafting(Wish.byHttp(before.id(), before.name(), missing), glossary).draft(newer);
        if (outcome instanceof Drafting.Outcome.Drafted(var draft)) {
            write(draft);
        }
        return outcome;
    }

    private void write(DepartmentDraft draft) throws IOException {
        for (var file : draft.files().entrySet()) {
            var target = folder.resolve(file.getKey());
            if (NEW_FILES.stream().anyMatch(file.getKey()::startsWith) && !Files.exists(target)) {
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(target, file.getValue());
            }
        }
        var texts = new FolderTexts(draft.wish(), draft.operations(), List.of());
        describe(draft, texts.operations());
        var readme = folder.resolve("README.md");
        if (Files.isRegularFile(readme)) {
            var text = Files.readString(readme);
            var next = NEXT_STEPS.matcher(text);
            int at = next.find() ? next.start() : text.length();
            Files.writeString(readme, text.substring(0, at) + texts.tables() + text.substring(at));
        }
    }

    private void describe(DepartmentDraft draft, String drafted) throws IOException {
        var descriptor = folder.resolve("department.yaml");
        var text = Files.readString(descriptor);
        for (var operation : draft.operations()) {
            text = text.replaceAll(
                    "(?m)^[ \\t]*# not described: " + Pattern.quote(operation.call()) + "(?: \\(.*)?\\R", "");
        }
        var block = OPERATIONS.matcher(text);
        if (!block.find()) {
            throw new IOException("department.yaml has no block of operations, one below the other");
        }
        var indented = drafted.replaceAll("(?m)^ {2}(?=\\S)", Matcher.quoteReplacement(block.group(1)))
                .replaceAll("(?m)^ {4}(?=\\S)", Matcher.quoteReplacement(block.group(1) + "  "));
        int at = block.start(1);
        Files.writeString(descriptor, text.substring(0, at) + indented + text.substring(at));
    }
}
