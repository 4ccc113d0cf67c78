package org.onewindow.connectors.soap;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a contract refers to: schemas and WSDLs of its own folder and nothing else.
 *
 * <p>CXF and the JDK follow imports by themselves, so whatever would lead out of the folder is refused before they see it.
 */
final class ContractImports {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";

    private final Path folder;
    private final Set<Path> seen = new HashSet<>();

    private ContractImports(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks through the WSDL and the schemas it reaches.
     *
     * @throws IllegalArgumentException names the file and what it imports
     */
    static void check(Path file, Document wsdl) {
        var here = file.toAbsolutePath().normalize();
        new ContractImports(here.resolveSibling("")).look(here, wsdl);
    }

    private void look(Path file, Document document) {
        if (!seen.add(file)) {
            return;
        }
        var elements = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            look(file, (Element) elements.item(i));
        }
    }

    private void look(Path file, Element element) {
        if (isWsdlImport(element)) {
            follow(file, element.getAttribute("location"));
        }
        if (isOfSchema(element) && element.hasAttribute("schemaLocation")) {
            follow(file, element.getAttribute("schemaLocation"));
        }
    }

    private void follow(Path file, String location) {
        var found = beside(file, location);
        look(found, WsdlContract.document(found));
    }

    private Path beside(Path file, String location) {
        var there = isRelative(location) ? file.resolveSibling(location).normalize() : null;
        if (there == null || !there.startsWith(folder) || !Files.isRegularFile(there)) {
            throw refusal(file, location, "put that file into the folder of the contract and name it relatively");
        }
        return there;
    }

    private static boolean isRelative(String location) {
        try {
            var uri = URI.create(location);
            return !uri.isAbsolute() && uri.getAuthority() == null && !location.startsWith("/");
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    private static boolean isWsdlImport(Element element) {
        return WSDL.equals(element.getNamespaceURI()) && element.getLocalName().equals("import");
    }

    private static boolean isOfSchema(Element element) {
        return XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(element.getNamespaceURI())
                && Set.of("import", "include", "redefine", "override").contains(element.getLocalName());
    }

    private static IllegalArgumentException refusal(Path file, String location, String remedy) {
        return new IllegalArgumentException(
                file.getFileName() + " imports " + location + ", which is not followed: " + remedy);
    }
}
