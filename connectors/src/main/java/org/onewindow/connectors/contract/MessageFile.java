package org.onewindow.connectors.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;
import org.w3c.dom.Element;

/** A single message as somebody handed it over. */
public final class MessageFile {

    private MessageFile() {}

    /** Whether the file holds XML rather than JSON. */
    public static boolean isXml(Path file) {
        try {
            var folder = new ContractFolder(file.toAbsolutePath().resolveSibling(""));
            var text = ContractText.of(folder.bytes(String.valueOf(file.getFileName())), (real, declared) -> {});
            return text.stripLeading().startsWith("<");
        } catch (IOException unreadable) {
            return true; // reading it as XML tells why
        }
    }

    /** The root of an XML message; empty: the faults tell why. */
    public static Optional<Element> xml(Path file, List<Diagnostic> faults) {
        var examination =
                new Examination(new ContractFolder(file.toAbsolutePath().resolveSibling("")));
        var read = examination.open(String.valueOf(file.getFileName()));
        faults.addAll(examination.faults());
        return read.map(ContractFile::root);
    }

    /** The value of a JSON message; null: the faults tell why. */
    public static @Nullable Object json(Path file, List<Diagnostic> faults) {
        var name = String.valueOf(file.getFileName());
        try {
            var folder = new ContractFolder(file.toAbsolutePath().resolveSibling(""));
            return YamlDocument.read(name, ContractText.of(folder.bytes(name), (real, declared) -> {}))
                    .root();
        } catch (BrokenYaml broken) {
            faults.add(ContractFault.NOT_YAML.at(broken.spot(), String.valueOf(broken.getMessage())));
        } catch (IOException unreadable) {
            faults.add(ContractFault.TOO_LARGE.at(Spot.startOf(name), String.valueOf(unreadable.getMessage())));
        }
        return null;
    }
}
