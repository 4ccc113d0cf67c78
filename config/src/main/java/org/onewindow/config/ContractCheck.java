package org.onewindow.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds and reads the contract of a department, as far as the tree needs it. */
final class ContractCheck {

    private static final List<String> KINDS = List.of("wsdl", "openapi", "page");
    private static final long LARGEST = 10L * 1024 * 1024;

    private final Path folder;
    private final Diagnostics diagnostics;

    ContractCheck(Path folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    ContractFacts check(YamlValue contract) {
        if (contract.entries().isEmpty()) {
            return ContractFacts.NONE;
        }
        var given = kindsOf(contract);
        if (given.size() != 1) {
            diagnostics.report(contract.place(), Fault.NOT_EXACTLY_ONE, "contract", String.join(", ", KINDS));
            return ContractFacts.NONE;
        }
        var file = contract.get(given.getFirst());
        if (!file.isText()) {
            return ContractFacts.NONE;
        }
        var path = folder.resolve(file.mustBeText()).normalize();
        if (!path.startsWith(folder.normalize())) {
            return ContractFacts.NONE; // the schema refuses ..
        }
        if (!Files.isRegularFile(path)) {
            diagnostics.report(file.place(), Fault.MISSING_CONTRACT, file.mustBeText());
            return ContractFacts.NONE;
        }
        return facts(given.getFirst(), path, contract, file);
    }

    /** Which of wsdl, openapi and page a contract gives; it should be one. */
    static List<String> kindsOf(YamlValue contract) {
        return KINDS.stream().filter(contract::has).toList();
    }

    private ContractFacts facts(String kind, Path path, YamlValue contract, YamlValue file) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new ContractUnreadable("larger than " + LARGEST + " bytes");
            }
            return switch (kind) {
                case "wsdl" -> ofWsdl(WsdlContract.read(path), contract);
                case "openapi" -> OpenApiContract.read(path);
                default -> ContractFacts.NONE;
            };
        } catch (ContractUnreadable fault) {
            diagnostics.report(file.place(), Fault.UNREADABLE_CONTRACT, file.mustBeText(), fault.what());
        } catch (IOException failure) {
            diagnostics.report(
                    file.place(),
                    Fault.UNREADABLE_CONTRACT,
                    file.mustBeText(),
                    failure.getClass().getSimpleName());
        }
        return ContractFacts.NONE;
    }

    private ContractFacts ofWsdl(WsdlContract wsdl, YamlValue contract) {
        var service = contract.get("service");
        var port = contract.get("port");
        if (!service.isText() || !port.isText()) {
            return ContractFacts.NONE;
        }
        var ports = wsdl.services().get(service.mustBeText());
        if (ports == null) {
            notInContract(service, wsdl.services().keySet());
            return ContractFacts.NONE;
        }
        var found = ports.get(port.mustBeText());
        if (found == null) {
            notInContract(port, ports.keySet());
        }
        return found == null ? ContractFacts.NONE : found;
    }

    private void notInContract(YamlValue name, java.util.Collection<String> known) {
        diagnostics.report(
                name.place(),
                Fault.NOT_IN_CONTRACT,
                name.mustBeText(),
                Spelling.hint(name.mustBeText(), known),
                String.join(", ", known));
    }

    /** The contract is not what it should be. */
    static final class ContractUnreadable extends RuntimeException {
        private final String what;

        ContractUnreadable(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
