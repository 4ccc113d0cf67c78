package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Spelling;
import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.ContractFault;
import org.onewindow.connectors.contract.RestContract;
import org.onewindow.connectors.contract.RestOperation;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.SoapOperation;
import org.onewindow.connectors.contract.SoapPort;
import org.onewindow.connectors.contract.Spot;

/** Drafts a department from its contract. */
public final class Drafting {

    private final Wish wish;
    private final Glossary glossary;

    public Drafting(Wish wish, Glossary glossary) {
        this.wish = wish;
        this.glossary = glossary;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Drafted(DepartmentDraft draft) implements Outcome {}

        record Refused(List<Diagnostic> faults) implements Outcome {}
    }

    public Outcome draft(Contract contract) {
        return switch (contract) {
            case SoapContract soap -> soap(soap);
            case RestContract rest -> rest(rest);
        };
    }

    private Outcome soap(SoapContract contract) {
        var port = port(contract);
        var drafts = new SoapDraft(contract, port, glossary, wish.id());
        var chosen = chosen(
                contract.file(),
                port.operations(),
                SoapOperation::name,
                SoapOperation::at,
                SoapOperation::refusal,
                drafts::draft);
        var version = "SOAP " + (port.soap12() ? "1.2" : "1.1");
        return chosen.outcome(contract, version, new DescriptorText(wish).soap(contract, port));
    }

    private Outcome rest(RestContract contract) {
        var drafts = new RestDraft(contract, glossary, wish.id());
        var chosen = chosen(
                contract.file(),
                contract.operations(),
                RestOperation::id,
                RestOperation::at,
                RestOperation::refusal,
                drafts::draft);
        var version = "OpenAPI " + contract.document().get("openapi");
        return chosen.outcome(contract, version, new DescriptorText(wish).rest(contract));
    }

    /** The port that has the wished operations; the first where nothing is wished. */
    private SoapPort port(SoapContract contract) {
        return contract.ports().stream()
                .filter(port -> port.operations().stream()
                        .map(SoapOperation::name)
                        .toList()
                        .containsAll(wish.operations()))
                .findFirst()
                .orElse(contract.ports().getFirst());
    }

    private final class Chosen {
        private final List<OperationDraft> drafts = new ArrayList<>();
        private final List<DepartmentDraft.Other> others = new ArrayList<>();
        private final List<Diagnostic> faults = new ArrayList<>();

        Outcome outcome(Contract contract, String version, String head) {
            if (!faults.isEmpty() || drafts.isEmpty()) {
                others.stream()
                        .map(DepartmentDraft.Other::why)
                        .filter(Objects::nonNull)
                        .forEach(faults::add);
                return new Outcome.Refused(faults);
            }
            Map<String, String> files = new LinkedHashMap<>();
            contract.copy().forEach((path, text) -> files.put(DescriptorText.REPAIRED + path, text));
            drafts.forEach(draft -> files.putAll(draft.files()));
            var folder = new FolderTexts(wish, drafts, others);
            files.put("department.yaml", head + folder.operations());
            files.put("README.md", folder.readme(version));
            files.put("requests.http", folder.requests());
            files.putAll(new SimulatorStubs(wish.id(), DescriptorText.address(contract)).files(drafts));
            var summary = version + ", " + (drafts.size() + others.size()) + " operations";
            return new Outcome.Drafted(new DepartmentDraft(wish, summary, drafts, others, contract.originals(), files));
        }
    }

    private <O> Chosen chosen(
            String file,
            List<O> all,
            java.util.function.Function<O, String> name,
            java.util.function.Function<O, Spot> at,
            java.util.function.Function<O, @Nullable Diagnostic> refusal,
            BiFunction<O, Set<String>, OperationDraft> draft) {
        var chosen = new Chosen();
        var names = all.stream().map(name).toList();
        for (var wished : wish.operations()) {
            if (!names.contains(wished)) {
                chosen.faults.add(ContractFault.UNKNOWN_OPERATION.at(
                        Spot.startOf(file), wished, Spelling.hint(wished, names), shortened(names)));
            }
        }
        var taken = new HashSet<String>();
        for (var operation : all) {
            var its = name.apply(operation);
            boolean wished = wish.operations().contains(its);
            var refused = refusal.apply(operation);
            boolean room = wish.operations().isEmpty() && chosen.drafts.size() < Wish.MOST_OPERATIONS;
            if (refused != null || (!wished && !room)) {
                chosen.others.add(new DepartmentDraft.Other(its, refused));
                continue;
            }
            try {
                var drafted = draft.apply(operation, taken);
                taken.add(drafted.id());
                chosen.drafts.add(drafted);
            } catch (Endless endless) {
                chosen.others.add(
                        new DepartmentDraft.Other(its, ContractFault.ENDLESS.at(at.apply(operation), endless.name())));
            }
        }
        return chosen;
    }

    private static String shortened(List<String> names) {
        return String.join(
                ", ",
                Stream.concat(names.stream().limit(40), names.size() > 40 ? Stream.of("…") : Stream.empty())
                        .toList());
    }
}
