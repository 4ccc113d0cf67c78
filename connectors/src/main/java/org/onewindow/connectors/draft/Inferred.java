package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.Xsd;
import org.w3c.dom.Element;

/** The shape of a message that nothing but one example describes. */
final class Inferred {

    private static final Occurs SEVERAL = new Occurs(1, Integer.MAX_VALUE);

    private Inferred() {}

    static Node of(Element element) {
        return of(element.getNodeName(), List.of(element), Occurs.ONCE);
    }

    /** Elements of one name: what only some of them have may be missing. */
    private static Node of(String name, List<Element> elements, Occurs occurs) {
        var attributes = new LinkedHashMap<String, Leaf>();
        var inner = new LinkedHashMap<String, List<Element>>();
        boolean repeated = false;
        for (var element : elements) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                var attribute = element.getAttributes().item(i);
                boolean declares = attribute.getNodeName().startsWith("xmlns");
                var type = TextType.of("string").like(attribute.getNodeValue());
                attributes.putIfAbsent(
                        attribute.getNodeName(),
                        new Leaf(
                                new Tag("", attribute.getNodeName(), true),
                                Occurs.ONCE,
                                false,
                                declares ? type.fixedAs(attribute.getNodeValue()) : type));
            }
            for (var child : Xsd.children(element)) {
                inner.computeIfAbsent(child.getNodeName(), _ -> new ArrayList<>())
                        .add(child);
            }
        }
        if (inner.isEmpty()) {
            var type = TextType.of("string")
                    .like(elements.getFirst().getTextContent().strip());
            return attributes.isEmpty()
                    ? new Leaf(Tag.plain(name), occurs, false, type)
                    : group(name, occurs, attributes, List.of(), new Leaf(Tag.plain("text"), Occurs.ONCE, false, type));
        }
        var children = new ArrayList<Node>();
        for (var entry : inner.entrySet()) {
            repeated = elements.stream()
                    .anyMatch(element -> Xsd.children(element).stream()
                                    .filter(child -> child.getNodeName().equals(entry.getKey()))
                                    .count()
                            > 1);
            boolean always = elements.stream().allMatch(element -> Xsd.children(element).stream()
                    .anyMatch(child -> child.getNodeName().equals(entry.getKey())));
            var often = repeated ? SEVERAL : Occurs.ONCE;
            children.add(of(entry.getKey(), entry.getValue(), always ? often : often.optional()));
        }
        return group(name, occurs, attributes, children, null);
    }

    private static Group group(
            String name, Occurs occurs, Map<String, Leaf> attributes, List<Node> children, @Nullable Leaf text) {
        return new Group(Tag.plain(name), occurs, false, List.copyOf(attributes.values()), children, text, null);
    }

    /** The shape of a JSON value. */
    static Node of(String name, @Nullable Object value, Occurs occurs) {
        return switch (value) {
            case Map<?, ?> object -> {
                var children = new ArrayList<Node>();
                object.forEach((key, inner) -> children.add(of(String.valueOf(key), inner, Occurs.ONCE)));
                yield new Group(Tag.plain(name), occurs, false, List.of(), children, null, null);
            }
            case List<?> list -> of(name, list.isEmpty() ? "" : list.getFirst(), SEVERAL);
            case Boolean truth ->
                new Leaf(Tag.plain(name), occurs, false, TextType.of("boolean").like(truth.toString()));
            case Long whole ->
                new Leaf(Tag.plain(name), occurs, false, TextType.of("int").like(whole.toString()));
            case Number number ->
                new Leaf(Tag.plain(name), occurs, false, TextType.of("decimal").like(number.toString()));
            case null -> new Leaf(Tag.plain(name), occurs, false, TextType.of("string"));
            default ->
                new Leaf(Tag.plain(name), occurs, false, TextType.of("string").like(String.valueOf(value)));
        };
    }
}
