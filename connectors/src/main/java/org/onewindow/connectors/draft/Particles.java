package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Components;
import org.onewindow.connectors.contract.Kind;
import org.onewindow.connectors.contract.SchemaUnit;
import org.onewindow.connectors.contract.Xsd;
import org.w3c.dom.Element;

/** Reads content models: sequences and groups are laid flat, a choice that repeats becomes each of its parts once. */
final class Particles {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final SchemaWalk walk;
    private final Components components;

    Particles(SchemaWalk walk, Components components) {
        this.walk = walk;
        this.components = components;
    }

    List<Node> of(Element particle, SchemaUnit unit) {
        var occurs = occurs(particle);
        if (occurs.max() == 0 || (occurs.isOptional() && walk.isFull())) {
            return List.of();
        }
        try {
            return switch (String.valueOf(particle.getLocalName())) {
                case "element" -> List.of(walk.particle(particle, unit, occurs));
                case "sequence", "all" -> optionally(occurs, inner(particle, unit));
                case "group" -> optionally(occurs, group(particle, unit));
                case "choice" -> choice(particle, unit, occurs);
                case "any" -> any(particle, unit, occurs);
                default -> List.of();
            };
        } catch (Endless endless) {
            if (occurs.isOptional()) {
                return List.of();
            }
            throw endless;
        }
    }

    private List<Node> inner(Element particle, SchemaUnit unit) {
        return Xsd.children(particle).stream()
                .flatMap(child -> of(child, unit).stream())
                .toList();
    }

    private List<Node> group(Element reference, SchemaUnit unit) {
        var name = Xsd.attribute(reference, "ref");
        return name == null
                ? List.of()
                : components
                        .find(Kind.GROUP, SchemaWalk.nameOf(reference, name, unit))
                        .map(group -> inner(group.element(), group.unit()))
                        .orElse(List.of());
    }

    private List<Node> choice(Element choice, SchemaUnit unit, Occurs occurs) {
        var branches = new ArrayList<List<Node>>();
        @Nullable Endless endless = null;
        boolean mayBeEmpty = occurs.isOptional();
        for (var child : Xsd.children(choice)) {
            try {
                var branch = of(child, unit);
                if (!branch.isEmpty()) {
                    branches.add(branch);
                }
                mayBeEmpty |= !Xsd.is(child, "annotation") && occurs(child).isOptional();
            } catch (Endless recursive) {
                endless = recursive;
            }
        }
        if (branches.isEmpty()) {
            if (endless != null && !mayBeEmpty) {
                throw endless;
            }
            return List.of();
        }
        if (occurs.max() > branches.size() && branches.size() > 1) {
            return Stream.concat(
                            optionally(new Occurs(occurs.min(), 1), branches.getFirst()).stream(),
                            branches.stream().skip(1).flatMap(branch -> optionally(Occurs.MAYBE, branch).stream()))
                    .toList();
        }
        return branches.size() == 1
                ? optionally(mayBeEmpty ? Occurs.MAYBE : Occurs.ONCE, branches.getFirst())
                : List.of(new OneOf(mayBeEmpty, branches));
    }

    /** Where anything may stand and something must, a declared element is taken, or an element of ours where none is asked for. */
    private List<Node> any(Element any, SchemaUnit unit, Occurs occurs) {
        if (occurs.isOptional()) {
            return List.of();
        }
        boolean free = any.getAttribute("processContents").matches("lax|skip");
        var namespace = any.getAttribute("namespace");
        if (free && (namespace.isEmpty() || namespace.equals("##any") || namespace.equals("##other"))) {
            return List.of(
                    new Leaf(new Tag("urn:onewindow:sample", "any", false), Occurs.ONCE, false, TextType.of("string")));
        }
        for (var name : components.names(Kind.ELEMENT)) {
            boolean own = name.getNamespaceURI().equals(unit.namespace());
            boolean allowed = namespace.isEmpty()
                    || namespace.equals("##any")
                    || (namespace.equals("##other") && !own)
                    || (namespace.contains("##targetNamespace") && own)
                    || List.of(namespace.split("\\s+")).contains(name.getNamespaceURI());
            var element = components.element(name).orElseThrow();
            if (allowed && !element.element().getAttribute("abstract").equals("true")) {
                try {
                    return List.of(new SchemaWalk(components).element(name));
                } catch (Endless | StackOverflowError next) {
                    // the next one
                }
            }
        }
        throw new Endless("xsd:any");
    }

    private static List<Node> optionally(Occurs occurs, List<Node> nodes) {
        return occurs.isOptional() ? nodes.stream().map(Particles::optional).toList() : nodes;
    }

    private static Node optional(Node node) {
        return switch (node) {
            case Leaf leaf -> new Leaf(leaf.tag(), leaf.occurs().optional(), leaf.nillable(), leaf.type());
            case Group group ->
                new Group(
                        group.tag(),
                        group.occurs().optional(),
                        group.nillable(),
                        group.attributes(),
                        group.children(),
                        group.text(),
                        group.instanceOf());
            case OneOf oneOf -> new OneOf(true, oneOf.branches());
        };
    }

    private static Occurs occurs(Element particle) {
        return new Occurs(
                number(particle, "minOccurs"),
                particle.getAttribute("maxOccurs").equals("unbounded") ? UNBOUNDED : number(particle, "maxOccurs"));
    }

    private static int number(Element particle, String attribute) {
        var text = particle.getAttribute(attribute).strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
    }
}
