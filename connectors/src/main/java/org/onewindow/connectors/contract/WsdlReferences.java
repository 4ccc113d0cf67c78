package org.onewindow.connectors.contract;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Looks after the names inside a WSDL: messages, port types, bindings, and the elements and types of message parts. */
final class WsdlReferences {

    private final Examination examination;
    private final NameMending mending;
    private final Components components;
    private final Map<String, Set<QName>> declared = new HashMap<>();

    WsdlReferences(Examination examination, Components components) {
        this.examination = examination;
        this.mending = new NameMending(examination);
        this.components = components;
        for (var file : wsdls()) {
            for (var child : Xsd.children(file.root())) {
                declared.computeIfAbsent(child.getLocalName(), _ -> new LinkedHashSet<>())
                        .add(new QName(file.root().getAttribute("targetNamespace"), child.getAttribute("name")));
            }
        }
    }

    private List<ContractFile> wsdls() {
        return examination.files().stream().filter(ContractFile::isWsdl).toList();
    }

    void treat() {
        for (var file : wsdls()) {
            for (var message : Xsd.children(file.root(), Xsd.WSDL, "message")) {
                Xsd.children(message, Xsd.WSDL, "part").forEach(part -> part(file, part));
            }
            for (var portType : Xsd.children(file.root(), Xsd.WSDL, "portType")) {
                for (var operation : Xsd.children(portType, Xsd.WSDL, "operation")) {
                    Xsd.children(operation).forEach(way -> look(file, way, "message", "message"));
                }
            }
            for (var binding : Xsd.children(file.root(), Xsd.WSDL, "binding")) {
                look(file, binding, "type", "portType");
            }
            for (var service : Xsd.children(file.root(), Xsd.WSDL, "service")) {
                Xsd.children(service, Xsd.WSDL, "port").forEach(port -> look(file, port, "binding", "binding"));
            }
        }
    }

    private void look(ContractFile file, Element element, String attribute, String kind) {
        var value = Xsd.attribute(element, attribute);
        if (value == null || value.isEmpty() || !Xsd.WSDL.equals(element.getNamespaceURI())) {
            return;
        }
        var reference = new Reference(file, element, attribute, value);
        var known = declared.getOrDefault(kind, Set.of());
        var namespaces = known.stream()
                .filter(name -> name.getLocalPart().equals(reference.localName()))
                .map(QName::getNamespaceURI)
                .collect(Collectors.toSet());
        var name = mending.named(reference, namespaces);
        if (name != null && !known.contains(name) && !mending.taken(reference, name, namespaces)) {
            mending.unknown(
                    reference,
                    kind + " " + Xsd.text(name),
                    known.stream().map(QName::getLocalPart).toList());
        }
    }

    private void part(ContractFile file, Element part) {
        var element = Xsd.attribute(part, "element");
        var type = Xsd.attribute(part, "type");
        if (element != null && !element.isEmpty()) {
            element(new Reference(file, part, "element", element));
        } else if (type != null && !type.isEmpty()) {
            type(new Reference(file, part, "type", type));
        }
    }

    private void element(Reference reference) {
        var namespaces = components.namespacesOf(Kind.ELEMENT, reference.localName());
        var types = components.namespacesOf(Kind.TYPE, reference.localName());
        var name = mending.named(reference, namespaces.isEmpty() ? types : namespaces);
        if (name == null || components.has(Kind.ELEMENT, name)) {
            return;
        }
        if (components.has(Kind.TYPE, name)) {
            add(reference, name);
        } else if (!mending.taken(reference, name, namespaces)) {
            mending.unknown(
                    reference,
                    Xsd.text(name),
                    components.names(Kind.ELEMENT).stream()
                            .map(QName::getLocalPart)
                            .toList());
        }
    }

    private void type(Reference reference) {
        var namespaces = new LinkedHashSet<>(components.namespacesOf(Kind.TYPE, reference.localName()));
        if (Builtins.has(reference.localName())) {
            namespaces.add(Xsd.NS);
        }
        var name = mending.named(reference, namespaces);
        if (name == null || components.has(Kind.TYPE, name)) {
            return;
        }
        if (name.getNamespaceURI().equals(Xsd.NS) && Builtins.has(name.getLocalPart())) {
            return;
        }
        if (components.has(Kind.ELEMENT, name)) {
            reference.element().setAttribute("element", reference.value());
            reference.element().removeAttribute("type");
            examination.repaired(
                    reference.file(),
                    reference.element(),
                    Treatment.PART_IS_ELEMENT,
                    reference.element().getAttribute("name"));
        } else if (!mending.taken(reference, name, namespaces)) {
            mending.unknown(
                    reference,
                    Xsd.text(name),
                    components.names(Kind.TYPE).stream()
                            .map(QName::getLocalPart)
                            .toList());
        }
    }

    /** A type of this name is there: an element of it is what the message means. */
    private void add(Reference reference, QName name) {
        var type = components.find(Kind.TYPE, name).orElseThrow();
        var schema = type.unit().schema();
        var prefix = schema.getPrefix();
        var added = schema.getOwnerDocument().createElementNS(Xsd.NS, prefix == null ? "element" : prefix + ":element");
        added.setAttribute("name", name.getLocalPart());
        schema.appendChild(added);
        added.setAttribute("type", Xsd.written(added, name));
        type.unit().file().change();
        examination.repaired(reference.file(), reference.element(), Treatment.ELEMENT_ADDED, Xsd.text(name));
    }
}
