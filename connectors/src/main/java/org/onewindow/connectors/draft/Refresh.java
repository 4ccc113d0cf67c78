package org.onewindow.connectors.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Configuration;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Operation;
import org.onewindow.config.Settings;
import org.onewindow.connectors.check.FolderCheck;
import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.OpenApiDoctor;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.contract.WsdlDoctor;

/** Puts a newer contract under a department whose settings, mappings and samples stay; nothing counts before {@link #write}. */
public final class Refresh implements AutoCloseable {

    private static final Pattern FILE =
            Pattern.compile("(?m)^(contract:.*?(?:wsdl|openapi):\\s*)(\"[^\"]*\"|[^,}\\s]+)");
    private static final Pattern SERVICE = Pattern.compile("(?m)^(contract:.*?service:\\s*)(\"[^\"]*\"|[^,}\\s]+)");
    private static final Pattern PORT = Pattern.compile("(?m)^(contract:.*?port:\\s*)(\"[^\"]*\"|[^,}\\s]+)");

    private static final String OLD = "old";

    private final String id;
    private final Path departments;
    private final Path scratch;
    private final Contract contract;

    private Refresh(String id, Path departments, Path scratch, Contract contract) {
        this.id = id;
        this.departments = departments;
        this.scratch = scratch;
        this.contract = contract;
    }

    /**
     * Tries the newer contract on a copy of the department's folder.
     *
     * @param source the folder of the newer contract
     */
    public static Refresh of(String id, Path departments, Contract newer, Path source) {
        try {
            var refresh = new Refresh(id, departments, Files.createTempDirectory(departments, ".refresh-"), newer);
            refresh.fill(source);
            return refresh;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder() {
        return scratch.resolve("departments").resolve(id);
    }

    private void fill(Path source) throws IOException {
        Folders.copy(
                departments.resolve(id),
                scratch.resolve(OLD).resolve("departments").resolve(id));
        Folders.copy(departments.resolve(id), folder());
        Folders.delete(folder().resolve("contract"));
        Originals.copy(folder(), contract.originals(), source);
        for (var file : contract.copy().entrySet()) {
            var target = folder().resolve(DescriptorText.REPAIRED + file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.getValue());
        }
        var descriptor = folder().resolve("department.yaml");
        var text = replaced(Files.readString(descriptor), FILE, DescriptorText.file(contract));
        if (contract instanceof SoapContract soap) {
            var port = soap.ports().getFirst();
            text = replaced(replaced(text, SERVICE, port.service()), PORT, port.name());
        }
        Files.writeString(descriptor, text);
    }

    private static String replaced(String text, Pattern pattern, String value) {
        return pattern.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + YamlText.of(value)));
    }

    /** What the newer contract has otherwise, as far as it concerns what is described; empty where the old one cannot be read. */
    public List<Change> changes() {
        var known = before();
        if (known == null) {
            return List.of();
        }
        var calls = known.operations().values().stream().map(Operation::call).toList();
        var verdict =
                switch (known.contract()) {
                    case Department.Contract.Wsdl wsdl -> WsdlDoctor.examine(wsdl.file());
                    case Department.Contract.OpenApi(var file) -> OpenApiDoctor.examine(file);
                    case Department.Contract.Page _ -> new Verdict.Unusable(List.of());
                };
        return switch (verdict) {
            case Verdict.Usable usable -> ShapeComparison.changes(usable.contract(), contract, calls);
            case Verdict.Repaired repaired -> ShapeComparison.changes(repaired.contract(), contract, calls);
            case Verdict.Unusable _ -> List.of();
        };
    }

    /**
     * Drafts operations of the newer contract beside those that are described; what is described already is left as it is.
     *
     * @param operations the contract's names of them
     * @return what speaks against it; empty: they are drafted
     */
    public List<Diagnostic> add(Collection<String> operations, Glossary glossary) {
        var known = before();
        var added = known == null ? null : new AddedOperations(known, folder());
        var missing = added == null ? List.<String>of() : added.missing(operations);
        if (added == null || missing.isEmpty()) {
            return List.of();
        }
        try {
            return switch (added.draft(missing, contract, glossary)) {
                case Drafting.Outcome.Refused(var faults) -> faults;
                case Drafting.Outcome.Drafted _ -> List.of();
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What no longer holds under the newer contract: mappings, samples, operations that are gone. */
    public List<Diagnostic> breaks() {
        return switch (Configuration.load(scratch, Settings.of(Map.of()))) {
            case Configuration.Broken(var faults) -> faults;
            case Configuration.Loaded(var tree) ->
                tree.departments().values().stream()
                        .flatMap(department -> FolderCheck.of(scratch, department).stream())
                        .toList();
        };
    }

    private @Nullable Department before() {
        return Configuration.load(scratch.resolve(OLD), Settings.of(Map.of())) instanceof Configuration.Loaded(var tree)
                ? tree.departments().values().iterator().next()
                : null;
    }

    /** Makes the newer contract count; the old folder is replaced as a whole. */
    public void write() {
        try {
            var before = scratch.resolve("before");
            Files.move(departments.resolve(id), before, StandardCopyOption.ATOMIC_MOVE);
            Files.move(folder(), departments.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
