package org.onewindow.connectors.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.config.Diagnostic;
import org.xml.sax.SAXException;

/** The usual schemas by their namespaces and addresses: {@code config/schema/catalog}, which the hub carries with it. */
final class Catalogue {

    /** Where they stand in the copy of a contract. */
    static final String FOLDER = "catalog/";

    private static final Map<String, String> FILES = read();

    private Catalogue() {}

    /** The path of the schema with this namespace or address in a contract's copy. */
    static Optional<String> path(String namespaceOrAddress) {
        return Optional.ofNullable(FILES.get(namespaceOrAddress)).map(file -> FOLDER + file);
    }

    /** The text of a file of this path. */
    static String text(String path) {
        var resource = "schema/" + path;
        try (var in = Objects.requireNonNull(Diagnostic.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> read() {
        try {
            var files = new HashMap<String, String>();
            var prologue = Prologue.of(text(FOLDER + "catalog.xml"));
            for (var entry : Xsd.children(LocatedXml.read(prologue.withoutIt()).getDocumentElement())) {
                files.put(entry.getAttribute("name"), entry.getAttribute("uri"));
            }
            return Map.copyOf(files);
        } catch (SAXException broken) {
            throw new IllegalStateException("the catalogue is ours", broken);
        }
    }
}
