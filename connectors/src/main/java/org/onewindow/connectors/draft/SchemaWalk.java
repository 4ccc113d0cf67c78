package org.onewindow.connectors.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Builtins;
import org.onewindow.connectors.contract.Components;
import org.onewindow.connectors.contract.Components.Declared;
import org.onewindow.connectors.contract.Kind;
import org.onewindow.connectors.contract.RpcWrapper;
import org.onewindow.connectors.contract.SchemaUnit;
import org.onewindow.connectors.contract.Xsd;
import org.w3c.dom.Element;

/** Walks from an element through its types to the shape of the message; recursion is followed once. */
final class SchemaWalk {

    private static final int USUAL_NODES = 400;
    private static final int MOST_NODES = 5000;
    private static final int DEEPEST = 14;

    private final Components components;
    private final SimpleTypes simpleTypes;
    private final Substitutes substitutes;
    private final Deque<Element> open = new ArrayDeque<>();
    private int nodes;

    SchemaWalk(Components components) {
        this.components = components;
        this.simpleTypes = new SimpleTypes(components);
        this.substitutes = new Substitutes(components);
    }

    /** The shape of a declared element. */
    Node element(QName name) {
        nodes = 0;
        var declared = components.element(name).orElseThrow(() -> new Endless(Xsd.text(name)));
        return declared(substitutes.concrete(declared), Occurs.ONCE, true);
    }

    /** The shape of an rpc/literal message. */
    Node wrapper(RpcWrapper wrapper) {
        nodes = 0;
        var parts = new ArrayList<Node>();
        for (var part : wrapper.parts()) {
            parts.add(typed(Tag.plain(part.name()), Occurs.ONCE, false, part.type()));
        }
        return new Group(
                new Tag(wrapper.namespace(), wrapper.name(), false), Occurs.ONCE, false, List.of(), parts, null, null);
    }

    /** Whether so much is there already that what may be left out is left out. */
    boolean isFull() {
        return nodes > USUAL_NODES || open.size() > DEEPEST;
    }

    /** An element particle of a content model. */
    Node particle(Element particle, SchemaUnit unit, Occurs occurs) {
        var reference = Xsd.attribute(particle, "ref");
        if (reference != null) {
            var name = nameOf(particle, reference, unit);
            var declared = components.element(name).orElseThrow(() -> new Endless(Xsd.text(name)));
            return declared(substitutes.concrete(declared), occurs, true);
        }
        return declared(new Declared(particle, unit), occurs, false);
    }

    private Node declared(Declared declared, Occurs occurs, boolean global) {
        var element = declared.element();
        var unit = declared.unit();
        if (++nodes > MOST_NODES || open.contains(element)) {
            throw new Endless(element.getAttribute("name"));
        }
        boolean qualified = global
                || (element.hasAttribute("form")
                                ? element.getAttribute("form")
                                : unit.schema().getAttribute("elementFormDefault"))
                        .equals("qualified");
        var tag = new Tag(qualified ? unit.namespace() : "", element.getAttribute("name"), false);
        boolean nillable = element.getAttribute("nillable").matches("true|1");
        open.push(element);
        try {
            return constrained(element, content(element, unit, tag, occurs, nillable));
        } finally {
            open.pop();
        }
    }

    private static Node constrained(Element element, Node node) {
        return node instanceof Leaf(var tag, var occurs, var nillable, var type)
                ? new Leaf(
                        tag,
                        occurs,
                        nillable,
                        type.fixedAs(Xsd.attribute(element, "fixed")).like(Xsd.attribute(element, "default")))
                : node;
    }

    private Node content(Element element, SchemaUnit unit, Tag tag, Occurs occurs, boolean nillable) {
        var type = Xsd.attribute(element, "type");
        if (type != null) {
            return typed(tag, occurs, nillable, nameOf(element, type, unit));
        }
        for (var child : Xsd.children(element)) {
            if (Xsd.is(child, "complexType")) {
                return new ComplexTypes(this, components).group(new Declared(child, unit), tag, occurs, nillable, null);
            }
            if (Xsd.is(child, "simpleType")) {
                return new Leaf(tag, occurs, nillable, simpleTypes.of(new Declared(child, unit)));
            }
        }
        var head = Xsd.attribute(element, "substitutionGroup");
        var headed = head == null ? Optional.<Declared>empty() : components.element(nameOf(element, head, unit));
        return headed.isPresent()
                ? content(headed.get().element(), headed.get().unit(), tag, occurs, nillable)
                : new Leaf(tag, occurs, nillable, TextType.of("string"));
    }

    private Node typed(Tag tag, Occurs occurs, boolean nillable, QName type) {
        var declared = components.find(Kind.TYPE, type);
        if (declared.isEmpty()) {
            return new Leaf(
                    tag,
                    occurs,
                    nillable,
                    TextType.of(Builtins.has(type.getLocalPart()) ? type.getLocalPart() : "string"));
        }
        if (Xsd.is(declared.get().element(), "simpleType")) {
            return new Leaf(tag, occurs, nillable, simpleTypes.of(declared.get()));
        }
        var concrete = substitutes.concreteType(type, declared.get());
        if (open.contains(concrete.declared().element())) {
            throw new Endless(type.getLocalPart());
        }
        open.push(concrete.declared().element());
        try {
            return new ComplexTypes(this, components)
                    .group(concrete.declared(), tag, occurs, nillable, concrete.instanceOf());
        } finally {
            open.pop();
        }
    }

    TextType simpleType(Element holder, @Nullable String name, SchemaUnit unit) {
        if (name != null) {
            return simpleTypes.of(nameOf(holder, name, unit));
        }
        return Xsd.children(holder, Xsd.NS, "simpleType").stream()
                .findFirst()
                .map(inline -> simpleTypes.of(new Declared(inline, unit)))
                .orElse(TextType.of("string"));
    }

    TextType restricted(Element restriction, TextType base, SchemaUnit unit) {
        return simpleTypes.restricted(restriction, base, unit);
    }

    static QName nameOf(Element element, String qualified, SchemaUnit unit) {
        var name = Xsd.name(element, qualified);
        return name == null ? new QName(qualified) : new QName(unit.namespaceOf(name), name.getLocalPart());
    }
}
