package org.onewindow.connectors.contract;

import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds what is declared twice: equal ones are dropped, others nobody can decide about. */
final class Duplicates {

    private final Examination examination;
    private final Set<Element> dropped = new HashSet<>();

    Duplicates(Examination examination) {
        this.examination = examination;
    }

    /** Whether something was dropped, so that the index has to be made anew. */
    boolean treat(Components components) {
        for (var kind : Kind.values()) {
            for (var name : components.names(kind)) {
                var all = components.all(kind, name);
                for (int i = 1; i < all.size(); i++) {
                    compare(all.getFirst(), all.get(i), Xsd.text(name));
                }
            }
        }
        return !dropped.isEmpty();
    }

    private void compare(Components.Declared first, Components.Declared second, String name) {
        if (first.element() == second.element()
                || !Xsd.is(first.element().getParentNode(), "schema")
                || !Xsd.is(second.element().getParentNode(), "schema")
                || second.unit().redefined()
                || dropped.contains(second.element())) {
            return;
        }
        var file = second.unit().file();
        if (shape(first.element()).equals(shape(second.element()))) {
            dropped.add(second.element());
            examination.repaired(file, second.element(), Treatment.DUPLICATE_DROPPED, name);
            second.element().getParentNode().removeChild(second.element());
        } else {
            examination.found(
                    ContractFault.DECLARED_TWICE,
                    file.spot(second.element()),
                    name,
                    first.unit().file().spot(first.element()));
        }
    }

    /** What a declaration says, without white space, notes and prefixes of its own. */
    private static String shape(Element element) {
        var shape = new StringBuilder(element.getLocalName());
        var attributes = new java.util.TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            var value = attribute.getNodeValue().strip();
            var meant = value.matches("[\\w.-]+:[\\w.-]+") ? Xsd.name(element, value) : null;
            if (!attribute.getNodeName().startsWith("xmlns")) {
                attributes.put(attribute.getNodeName(), meant == null ? value : Xsd.text(meant));
            }
        }
        shape.append(attributes);
        for (var child : Xsd.children(element)) {
            if (!Xsd.is(child, "annotation")) {
                shape.append('(').append(shape(child)).append(')');
            }
        }
        return shape.toString();
    }
}
