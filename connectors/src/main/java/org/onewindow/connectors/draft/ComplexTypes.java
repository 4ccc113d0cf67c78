package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Components;
import org.onewindow.connectors.contract.Components.Declared;
import org.onewindow.connectors.contract.Kind;
import org.onewindow.connectors.contract.SchemaUnit;
import org.onewindow.connectors.contract.Xsd;
import org.w3c.dom.Element;

/** What a complex type holds: attributes, children, text, with all that its bases bring. */
final class ComplexTypes {

    private static final int LONGEST_LINEAGE = 30;

    private final SchemaWalk walk;
    private final Components components;
    private final Map<Tag, Leaf> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();
    private @Nullable TextType text;
    private int lineage;

    ComplexTypes(SchemaWalk walk, Components components) {
        this.walk = walk;
        this.components = components;
    }

    Group group(Declared type, Tag tag, Occurs occurs, boolean nillable, @Nullable QName instanceOf) {
        take(type);
        var content = text == null ? null : new Leaf(Tag.plain("text"), Occurs.ONCE, false, text);
        return new Group(
                tag, occurs, nillable, List.copyOf(attributes.values()), List.copyOf(children), content, instanceOf);
    }

    private void take(Declared type) {
        if (++lineage > LONGEST_LINEAGE) {
            throw new Endless(type.element().getAttribute("name"));
        }
        body(type.element(), type.unit());
        for (var content : Xsd.children(type.element())) {
            if (Xsd.is(content, "complexContent") || Xsd.is(content, "simpleContent")) {
                for (var derivation : Xsd.children(content)) {
                    if (Xsd.is(derivation, "extension") || Xsd.is(derivation, "restriction")) {
                        derive(type, derivation, Xsd.is(content, "simpleContent"));
                    }
                }
            }
        }
    }

    private void derive(Declared type, Element derivation, boolean simple) {
        var base = Xsd.attribute(derivation, "base");
        var name = base == null ? null : SchemaWalk.nameOf(derivation, base, type.unit());
        var declared = name == null ? java.util.Optional.<Declared>empty() : base(type, name);
        if (simple && (declared.isEmpty() || Xsd.is(declared.get().element(), "simpleType"))) {
            text = walk.simpleType(derivation, base, type.unit());
        } else if (declared.isPresent()) {
            take(declared.get());
        }
        if (Xsd.is(derivation, "restriction")) {
            children.clear();
            if (simple && text != null) {
                text = walk.restricted(derivation, text, type.unit());
            }
        }
        body(derivation, type.unit());
    }

    /** A redefined type is derived from the one of its own name. */
    private java.util.Optional<Declared> base(Declared type, QName name) {
        return components.all(Kind.TYPE, name).stream()
                .filter(other -> other.element() != type.element())
                .findFirst();
    }

    /** The content model and the attributes that stand directly in a type or a derivation. */
    private void body(Element holder, SchemaUnit unit) {
        for (var child : Xsd.children(holder)) {
            switch (String.valueOf(child.getLocalName())) {
                case "sequence", "choice", "all", "group" ->
                    children.addAll(new Particles(walk, components).of(child, unit));
                case "attribute" -> attribute(child, unit);
                case "attributeGroup" -> attributeGroup(child, unit);
                default -> {}
            }
        }
    }

    private void attributeGroup(Element reference, SchemaUnit unit) {
        var name = Xsd.attribute(reference, "ref");
        if (name != null && ++lineage < LONGEST_LINEAGE) {
            components
                    .find(Kind.ATTRIBUTE_GROUP, SchemaWalk.nameOf(reference, name, unit))
                    .ifPresent(group -> body(group.element(), group.unit()));
        }
    }

    private void attribute(Element attribute, SchemaUnit unit) {
        var reference = Xsd.attribute(attribute, "ref");
        var target = reference == null
                ? new Declared(attribute, unit)
                : components
                        .find(Kind.ATTRIBUTE, SchemaWalk.nameOf(attribute, reference, unit))
                        .orElse(null);
        if (target == null) {
            return;
        }
        boolean qualified = reference != null
                || (attribute.hasAttribute("form")
                                ? attribute.getAttribute("form")
                                : unit.schema().getAttribute("attributeFormDefault"))
                        .equals("qualified");
        var tag = new Tag(
                qualified ? target.unit().namespace() : "", target.element().getAttribute("name"), true);
        var use = attribute.getAttribute("use");
        if (use.equals("prohibited")) {
            attributes.remove(tag);
            return;
        }
        var type = walk.simpleType(target.element(), Xsd.attribute(target.element(), "type"), target.unit());
        var fixed = Xsd.attribute(attribute, "fixed");
        attributes.put(
                tag,
                new Leaf(
                        tag,
                        use.equals("required") ? Occurs.ONCE : Occurs.MAYBE,
                        false,
                        type.fixedAs(fixed == null ? Xsd.attribute(target.element(), "fixed") : fixed)
                                .like(Xsd.attribute(attribute, "default"))));
    }
}
