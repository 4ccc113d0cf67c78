package org.onewindow.connectors.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.config.Diagnostic;
import org.xml.sax.SAXParseException;

/** Examines a WSDL 1.1 with all that it imports, offline. */
public final class WsdlDoctor {

    private static final int MOST_ROUNDS = 6;

    private final String name;
    private final Examination examination;
    private final Links links;

    private WsdlDoctor(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        this.name = String.valueOf(absolute.getFileName());
        this.examination = new Examination(new ContractFolder(absolute.resolveSibling("")));
        this.links = new Links(examination);
    }

    /** The verdict on a file; nothing outside its folder is read, and nothing is written. */
    public static Verdict examine(Path file) {
        return new WsdlDoctor(file).verdict();
    }

    private Verdict verdict() {
        var main = examination.open(name);
        if (main.isEmpty()) {
            return new Verdict.Unusable(examination.faults());
        }
        if (!main.get().isWsdl()) {
            return unusable(ContractFault.NOT_A_CONTRACT.at(
                    main.get().spot(main.get().root()), Strangers.of(main.get().root())));
        }
        links.follow(main.get());
        settle();
        new MissingService(examination).treat(main.get());
        return examination.faults().isEmpty() ? operations() : new Verdict.Unusable(examination.faults());
    }

    /** What refers to what, until nothing new comes to the table. */
    private void settle() {
        var references = new SchemaReferences(examination, links, index());
        boolean grown = true;
        for (int round = 0; round < MOST_ROUNDS && grown; round++) {
            while (round == 0 && new Duplicates(examination).treat(index())) {
                // each round drops at least one declaration
            }
            int faults = examination.faults().size();
            grown = references.treat(index());
            if (grown) {
                examination
                        .faults()
                        .subList(faults, examination.faults().size())
                        .clear();
            }
        }
        for (var left : links.pending()) {
            if (references.inVain().contains(left.namespace())) {
                links.tell(left);
            } else {
                examination.repaired(left.file(), left.element(), Treatment.IMPORT_DROPPED, left.location());
                left.element().getParentNode().removeChild(left.element());
            }
        }
        new WsdlReferences(examination, index()).treat();
    }

    private Components index() {
        return Components.of(SchemaUnit.of(examination));
    }

    private Verdict operations() {
        var ports = new SoapPorts(examination).read();
        var refusals = new ArrayList<Diagnostic>();
        ports.forEach(port -> port.operations().forEach(operation -> {
            if (operation.refusal() != null) {
                refusals.add(operation.refusal());
            }
        }));
        boolean nothing = ports.stream()
                .flatMap(port -> port.operations().stream())
                .allMatch(operation -> operation.refusal() != null);
        if (nothing) {
            refusals.addFirst(ContractFault.NO_OPERATION.at(
                    Spot.startOf(name), ports.isEmpty() ? "no SOAP port" : refusals.size() + " refused"));
            return new Verdict.Unusable(refusals);
        }
        return schemas(ports);
    }

    private Verdict schemas(List<SoapPort> ports) {
        var units = SchemaUnit.of(examination);
        var texts = SchemaTexts.of(examination, units, wrappers(ports));
        return switch (CompiledSchemas.compile(texts, true)) {
            case Compilation.Compiled(var schemas) -> verdict(ports, schemas);
            case Compilation.Broken(var errors) -> leniently(ports, texts, errors);
        };
    }

    /** Many contracts in use have content models that only the strictest reading takes for ambiguous. */
    private Verdict leniently(List<SoapPort> ports, SchemaTexts texts, List<SAXParseException> errors) {
        if (errors.stream().allMatch(error -> String.valueOf(error.getMessage()).startsWith("cos-nonambig"))
                && CompiledSchemas.compile(texts, false) instanceof Compilation.Compiled(var schemas)) {
            errors.forEach(error ->
                    examination.noted(spot(texts, error), Treatment.AMBIGUOUS, String.valueOf(error.getMessage())));
            return verdict(ports, schemas);
        }
        return new Verdict.Unusable(errors.stream()
                .map(error -> ContractFault.SCHEMA_INVALID.at(spot(texts, error), String.valueOf(error.getMessage())))
                .distinct()
                .toList());
    }

    private Spot spot(SchemaTexts texts, SAXParseException error) {
        return texts.unit(error.getSystemId())
                .map(unit -> new Spot(
                        unit.file().path(), Math.max(1, error.getLineNumber()), Math.max(1, error.getColumnNumber())))
                .orElse(Spot.startOf(name));
    }

    private static List<RpcWrapper> wrappers(List<SoapPort> ports) {
        return ports.stream()
                .flatMap(port -> port.operations().stream())
                .filter(SoapOperation::isRpc)
                .flatMap(operation -> java.util.stream.Stream.of(operation.input(), operation.output()))
                .filter(java.util.Objects::nonNull)
                .map(message -> message.body())
                .filter(SoapOperation.Body.Rpc.class::isInstance)
                .map(body -> ((SoapOperation.Body.Rpc) body).wrapper())
                .distinct()
                .toList();
    }

    private Verdict verdict(List<SoapPort> ports, CompiledSchemas schemas) {
        note(ports.getFirst());
        var originals = examination.files().stream()
                .filter(file -> !file.isOfCatalogue())
                .map(ContractFile::path)
                .toList();
        var contract = new SoapContract(name, originals, copy(), ports, index(), schemas);
        return Verdict.of(contract, List.copyOf(examination.repairs()), List.copyOf(examination.notes()));
    }

    private void note(SoapPort port) {
        if (port.addressing()) {
            examination.noted(Spot.startOf(name), Treatment.ADDRESSING_WANTED);
        }
        if (!port.security().isEmpty()) {
            examination.noted(Spot.startOf(name), Treatment.SECURITY_WANTED, String.join(", ", port.security()));
        }
        for (var operation : port.operations()) {
            if (operation.refusal() != null) {
                examination.noted(
                        operation.at(),
                        Treatment.NOT_DESCRIBED,
                        operation.name(),
                        operation.refusal().what());
            }
        }
    }

    private Map<String, String> copy() {
        return examination.files().stream().noneMatch(ContractFile::isChanged)
                ? Map.of()
                : examination.files().stream()
                        .collect(Collectors.toMap(
                                ContractFile::path,
                                file -> LinedText.of(file.root()),
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    private static Verdict unusable(Diagnostic fault) {
        return new Verdict.Unusable(List.of(fault));
    }
}
