package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Follows what a contract imports and includes, in its folder and the catalogue only, and mends what leads astray. */
final class Links {

    private final Examination examination;
    private final List<Pending> pending = new ArrayList<>();

    Links(Examination examination) {
        this.examination = examination;
    }

    List<Pending> pending() {
        return pending;
    }

    void follow(ContractFile file) {
        for (var element : Xsd.all(file.root(), Xsd.WSDL, "import")) {
            wsdl(file, element);
        }
        for (var name : List.of("import", "include", "redefine", "override")) {
            for (var element : Xsd.all(file.root(), Xsd.NS, name)) {
                advance(file, element);
                schema(file, element);
            }
        }
    }

    private void wsdl(ContractFile file, Element element) {
        var location = element.getAttribute("location");
        var found = inside(file, location).or(() -> elsewhere(file, location, element.getAttribute("namespace"))
                .map(path -> moved(file, element, "location", path)));
        found.ifPresentOrElse(
                path -> {
                    if (!path.equals(file.path())) {
                        open(path);
                    }
                },
                () -> missing(file, element, location));
    }

    /** A WSDL of the folder with this file name, or the one of this namespace. */
    private Optional<String> elsewhere(ContractFile from, String location, String namespace) {
        return examination.folder().named(location).or(() -> examination.folder().documents().stream()
                .filter(path -> !path.equals(from.path())
                        && examination
                                .peek(path)
                                .filter(file -> file.isWsdl()
                                        && targetNamespace(file.root()).equals(namespace))
                                .isPresent())
                .findFirst());
    }

    /** Imports come first; in the order of the document no compiler takes them. */
    private void advance(ContractFile file, Element element) {
        for (Node before = element.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element other && !Xsd.isLink(other) && !Xsd.is(other, "annotation")) {
                examination.repaired(file, element, Treatment.IMPORT_MOVED, element.getAttribute("namespace"));
                element.getParentNode()
                        .insertBefore(element, element.getParentNode().getFirstChild());
                return;
            }
        }
    }

    private void schema(ContractFile file, Element element) {
        var location = Xsd.attribute(element, "schemaLocation");
        var own = targetNamespace((Element) element.getParentNode());
        boolean imports = element.getLocalName().equals("import");
        var wanted = imports ? element.getAttribute("namespace") : own;
        if (imports && location == null && wanted.equals(own)) {
            drop(file, element, wanted);
            return;
        }
        if (location == null || location.isEmpty()) {
            without(file, element, wanted);
            return;
        }
        var path = inside(file, location).orElse(null);
        if (path != null && imports && wanted.equals(own) && !own.isEmpty() && isSchema(path)) {
            other(file, element, path, wanted);
            return;
        }
        if (path != null && fits(path, wanted, imports)) {
            open(path);
            return;
        }
        if (path != null && isSchema(path)) {
            other(file, element, path, wanted);
        } else {
            search(file, element, location, wanted);
        }
    }

    /** No location: another schema of the contract, or the catalogue, or a file of the folder has the namespace. */
    private void without(ContractFile file, Element element, String wanted) {
        if (wanted.isEmpty() || isInline(wanted)) {
            return;
        }
        Catalogue.path(wanted).ifPresentOrElse(path -> catalogued(file, element, path), () -> ofNamespace(wanted)
                .ifPresentOrElse(
                        path -> open(moved(file, element, "schemaLocation", path)),
                        () -> pending.add(new Pending(file, element, wanted, wanted))));
    }

    private void search(ContractFile file, Element element, String location, String wanted) {
        var catalogued = Catalogue.path(location).or(() -> Catalogue.path(wanted));
        if (catalogued.isPresent()) {
            catalogued(file, element, catalogued.get());
            return;
        }
        var found = examination
                .folder()
                .named(location)
                .filter(path -> isSchema(path) && fits(path, wanted, true))
                .or(() -> isInline(wanted) ? Optional.empty() : ofNamespace(wanted));
        if (found.isPresent()) {
            open(moved(file, element, "schemaLocation", found.get()));
        } else if (element.getLocalName().equals("import") && isInline(wanted)) {
            element.removeAttribute("schemaLocation");
            examination.repaired(file, element, Treatment.LOCATION_DROPPED, location, wanted);
        } else if (element.getLocalName().equals("import")) {
            pending.add(new Pending(file, element, wanted, location));
        } else {
            missing(file, element, location);
        }
    }

    /** The file is a schema of another namespace than it is taken for. */
    private void other(ContractFile file, Element element, String path, String wanted) {
        var really =
                examination.peek(path).map(read -> targetNamespace(read.root())).orElse("");
        var own = targetNamespace((Element) element.getParentNode());
        if (!element.getLocalName().equals("import")) {
            var become = rename(element, "import");
            become.setAttribute("namespace", really);
            examination.repaired(file, become, Treatment.INCLUDE_IS_IMPORT, path);
        } else if (really.equals(own)) {
            var become = rename(element, "include");
            become.removeAttribute("namespace");
            examination.repaired(file, become, Treatment.IMPORT_IS_INCLUDE, path);
        } else {
            var right = ofNamespace(wanted);
            if (right.isPresent()) {
                open(moved(file, element, "schemaLocation", right.get()));
                return;
            }
            if (really.isEmpty()) {
                element.removeAttribute("namespace");
            } else {
                element.setAttribute("namespace", really);
            }
            examination.repaired(file, element, Treatment.NAME_CORRECTED, wanted, really);
        }
        open(path);
    }

    private static Element rename(Element element, String name) {
        var prefix = element.getPrefix();
        return (Element)
                element.getOwnerDocument().renameNode(element, Xsd.NS, prefix == null ? name : prefix + ":" + name);
    }

    private void catalogued(ContractFile file, Element element, String path) {
        element.setAttribute("schemaLocation", relative(file.path(), path));
        if (!file.isOfCatalogue()) {
            file.change();
            examination.noted(file.spot(element), Treatment.FROM_CATALOGUE, element.getAttribute("namespace"));
        }
        open(path);
    }

    private String moved(ContractFile file, Element element, String attribute, String path) {
        var before =
                element.hasAttribute(attribute) ? element.getAttribute(attribute) : element.getAttribute("namespace");
        element.setAttribute(attribute, relative(file.path(), path));
        examination.repaired(file, element, Treatment.LOCATION_FOUND, before, path);
        return path;
    }

    private void drop(ContractFile file, Element element, String what) {
        examination.repaired(file, element, Treatment.IMPORT_DROPPED, what);
        element.getParentNode().removeChild(element);
    }

    private void open(String path) {
        if (!examination.holds(path)) {
            examination.open(path).ifPresent(this::follow);
        }
    }

    private Optional<String> inside(ContractFile file, String location) {
        if (file.isOfCatalogue()) {
            return Optional.of(Catalogue.FOLDER + location);
        }
        return examination.folder().locate(file.path(), location) instanceof Location.Inside(var path)
                        && examination.folder().has(path)
                ? Optional.of(path)
                : Optional.empty();
    }

    private void missing(ContractFile file, Element element, String location) {
        boolean outside = examination.folder().locate(file.path(), location) instanceof Location.Outside;
        examination.found(outside ? ContractFault.OUTSIDE : ContractFault.MISSING_FILE, file.spot(element), location);
    }

    /** Tells of imports that are needed and lead nowhere. */
    void tell(Pending left) {
        missing(left.file(), left.element(), left.location());
    }

    private boolean isSchema(String path) {
        return examination.peek(path).filter(ContractFile::isSchema).isPresent();
    }

    private boolean fits(String path, String wanted, boolean imports) {
        var read = examination.peek(path);
        if (read.isEmpty()) {
            return true; // opening it tells why it cannot be read
        }
        if (!read.get().isSchema()) {
            return false;
        }
        var really = targetNamespace(read.get().root());
        return really.equals(wanted) || (!imports && really.isEmpty());
    }

    private boolean isInline(String namespace) {
        return examination.files().stream()
                .filter(ContractFile::isWsdl)
                .flatMap(file -> Xsd.all(file.root(), Xsd.NS, "schema").stream())
                .anyMatch(schema -> targetNamespace(schema).equals(namespace));
    }

    /** A schema of the folder that has this namespace. */
    Optional<String> ofNamespace(String namespace) {
        return examination.folder().documents().stream()
                .filter(path -> isSchema(path)
                        && examination
                                .peek(path)
                                .filter(file -> targetNamespace(file.root()).equals(namespace))
                                .isPresent())
                .findFirst();
    }

    static String targetNamespace(Element schema) {
        return schema.getAttribute("targetNamespace");
    }

    static String relative(String from, String to) {
        int depth = (int) from.chars().filter(c -> c == '/').count();
        var up = "../".repeat(depth);
        int slash = from.lastIndexOf('/');
        var folder = slash < 0 ? "" : from.substring(0, slash + 1);
        return !folder.isEmpty() && to.startsWith(folder) ? to.substring(folder.length()) : up + to;
    }

    /** Why a namespace cannot be had; null: nothing imports it in vain. */
    @Nullable
    Pending inVain(String namespace) {
        return pending.stream()
                .filter(left -> left.namespace().equals(namespace))
                .findFirst()
                .orElse(null);
    }
}
