package org.onewindow.connectors.contract;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Looks after every name that the schemas refer to: it is declared, and what declares it is imported. */
final class SchemaReferences {

    private static final List<String> ATTRIBUTES =
            List.of("type", "ref", "base", "itemType", "memberTypes", "substitutionGroup");

    private final Examination examination;
    private final Links links;
    private final NameMending mending;
    private final Set<String> inVain = new HashSet<>();
    private Components components;
    private boolean grown;

    SchemaReferences(Examination examination, Links links, Components components) {
        this.examination = examination;
        this.links = links;
        this.mending = new NameMending(examination);
        this.components = components;
    }

    /** Whether files came to the table, so that all has to be indexed and looked at again. */
    boolean treat(Components indexed) {
        components = indexed;
        grown = false;
        var seen = new HashSet<Element>();
        for (var unit : components.units()) {
            if (!unit.file().isOfCatalogue()
                    && (seen.add(unit.schema())
                            || Links.targetNamespace(unit.schema()).isEmpty())) {
                look(unit, unit.schema());
            }
        }
        return grown;
    }

    /** Namespaces that are needed and imported in vain. */
    Set<String> inVain() {
        return inVain;
    }

    private void look(SchemaUnit unit, Element element) {
        if (Xsd.NS.equals(element.getNamespaceURI())) {
            for (var attribute : ATTRIBUTES) {
                var value = Xsd.attribute(element, attribute);
                var kind = value == null ? null : kind(element, attribute);
                if (value != null && kind != null) {
                    for (var each : value.split("\\s+", -1)) {
                        look(unit, new Reference(unit.file(), element, attribute, each), kind);
                    }
                }
            }
        }
        Xsd.children(element).forEach(child -> look(unit, child));
    }

    private static @Nullable Kind kind(Element element, String attribute) {
        return switch (attribute) {
            case "ref" -> Kind.of(String.valueOf(element.getLocalName()));
            case "substitutionGroup" -> Kind.ELEMENT;
            default -> Kind.TYPE;
        };
    }

    private void look(SchemaUnit unit, Reference reference, Kind kind) {
        if (reference.value().isEmpty()) {
            return; // the compiler tells
        }
        var namespaces = new LinkedHashSet<>(components.namespacesOf(kind, reference.localName()));
        if (kind == Kind.TYPE && Builtins.has(reference.localName())) {
            namespaces.add(Xsd.NS);
        }
        var written = mending.named(reference, namespaces);
        if (written == null) {
            return;
        }
        var name = new QName(unit.namespaceOf(written), written.getLocalPart());
        if (name.getNamespaceURI().equals(Xsd.NS)) {
            builtin(reference, kind, name, namespaces);
        } else if (components.has(kind, name)) {
            visible(unit, reference.element(), name.getNamespaceURI());
        } else if (!fromElsewhere(unit, reference, name)) {
            absent(unit, reference, kind, name, namespaces);
        }
    }

    private void builtin(Reference reference, Kind kind, QName name, Set<String> namespaces) {
        if (kind == Kind.TYPE && Builtins.has(name.getLocalPart())) {
            return;
        }
        var meant = kind == Kind.TYPE ? Builtins.meant(name.getLocalPart()) : java.util.Optional.<String>empty();
        if (meant.isPresent()) {
            mending.take(reference, name, new QName(Xsd.NS, meant.get()));
        } else if (!mending.taken(reference, name, namespaces)) {
            mending.unknown(reference, Xsd.text(name), List.of());
        }
    }

    private void visible(SchemaUnit unit, Element element, String namespace) {
        if (namespace.equals(unit.namespace())) {
            return;
        }
        for (var link : Xsd.children(unit.schema(), Xsd.NS, "import")) {
            if (link.getAttribute("namespace").equals(namespace)) {
                return;
            }
        }
        var location = components.units().stream()
                .filter(other ->
                        other.namespace().equals(namespace) && other.file().isSchema())
                .findFirst()
                .map(other -> Links.relative(unit.file().path(), other.file().path()));
        add(unit, namespace, location.orElse(null));
        examination.repaired(unit.file(), element, Treatment.IMPORT_ADDED, namespace);
    }

    /** A schema of the catalogue or of the folder that nobody imported. */
    private boolean fromElsewhere(SchemaUnit unit, Reference reference, QName name) {
        var namespace = name.getNamespaceURI();
        if (namespace.isEmpty() || components.namespaces().contains(namespace) || links.inVain(namespace) != null) {
            return false;
        }
        var path = Catalogue.path(namespace).or(() -> links.ofNamespace(namespace));
        path.filter(known -> !examination.holds(known)).ifPresent(known -> {
            examination.open(known).ifPresent(links::follow);
            add(unit, namespace, Links.relative(unit.file().path(), known));
            examination.repaired(unit.file(), reference.element(), Treatment.IMPORT_ADDED, namespace);
            grown = true;
        });
        return path.isPresent();
    }

    private static void add(SchemaUnit unit, String namespace, @Nullable String location) {
        var schema = unit.schema();
        var prefix = schema.getPrefix();
        var added = schema.getOwnerDocument().createElementNS(Xsd.NS, prefix == null ? "import" : prefix + ":import");
        if (!namespace.isEmpty()) {
            added.setAttribute("namespace", namespace);
        }
        if (location != null) {
            added.setAttribute("schemaLocation", location);
        }
        schema.insertBefore(added, schema.getFirstChild());
    }

    private void absent(SchemaUnit unit, Reference reference, Kind kind, QName name, Set<String> namespaces) {
        if (links.inVain(name.getNamespaceURI()) != null) {
            inVain.add(name.getNamespaceURI());
        } else if (mending.taken(reference, name, namespaces)) {
            var instead = namespaces.iterator().next();
            if (!instead.equals(Xsd.NS) && !instead.equals(XMLConstants.XML_NS_URI)) {
                visible(unit, reference.element(), instead);
            }
        } else {
            mending.unknown(
                    reference,
                    Xsd.text(name),
                    components.names(kind).stream().map(QName::getLocalPart).toList());
        }
    }
}
