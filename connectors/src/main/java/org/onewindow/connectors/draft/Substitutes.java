package org.onewindow.connectors.draft;

import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Components;
import org.onewindow.connectors.contract.Components.Declared;
import org.onewindow.connectors.contract.Kind;
import org.onewindow.connectors.contract.Xsd;

/** What stands in a message for an abstract element or type: the first concrete one that may. */
final class Substitutes {

    private final Components components;

    Substitutes(Components components) {
        this.components = components;
    }

    Declared concrete(Declared element) {
        if (!isAbstract(element)) {
            return element;
        }
        var head = nameOf(element);
        for (var name : components.names(Kind.ELEMENT)) {
            var candidate = components.element(name).orElseThrow();
            var group = Xsd.attribute(candidate.element(), "substitutionGroup");
            if (group != null
                    && SchemaWalk.nameOf(candidate.element(), group, candidate.unit())
                            .equals(head)) {
                return concrete(candidate);
            }
        }
        throw new Endless(head.getLocalPart());
    }

    Concrete concreteType(QName name, Declared type) {
        return isAbstract(type)
                ? derived(name, 0).orElseThrow(() -> new Endless(name.getLocalPart()))
                : new Concrete(type, null);
    }

    private Optional<Concrete> derived(QName base, int depth) {
        for (var name : components.names(Kind.TYPE)) {
            var candidate = components.find(Kind.TYPE, name).orElseThrow();
            if (depth < 10 && base.equals(baseOf(candidate))) {
                var found =
                        isAbstract(candidate) ? derived(name, depth + 1) : Optional.of(new Concrete(candidate, name));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable QName baseOf(Declared type) {
        for (var content : Xsd.children(type.element())) {
            for (var derivation : Xsd.children(content)) {
                var base = Xsd.attribute(derivation, "base");
                if (base != null && (Xsd.is(content, "complexContent") || Xsd.is(content, "simpleContent"))) {
                    return SchemaWalk.nameOf(derivation, base, type.unit());
                }
            }
        }
        return null;
    }

    private static boolean isAbstract(Declared declared) {
        return declared.element().getAttribute("abstract").matches("true|1");
    }

    private static QName nameOf(Declared declared) {
        return new QName(declared.unit().namespace(), declared.element().getAttribute("name"));
    }
}
