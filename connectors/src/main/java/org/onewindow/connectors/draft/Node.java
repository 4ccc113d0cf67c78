package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** A part of a message's shape, whatever language describes it. */
sealed interface Node {

    /**
     * A name in a message.
     *
     * @param namespace empty: none
     */
    record Tag(String namespace, String name, boolean attribute) {

        static Tag of(QName name) {
            return new Tag(name.getNamespaceURI(), name.getLocalPart(), false);
        }

        static Tag plain(String name) {
            return new Tag("", name, false);
        }

        /** How forms and facts call it: in camel case, letters and digits only. */
        String key() {
            var key = new StringBuilder();
            boolean raise = false;
            for (int c : name.codePoints().toArray()) {
                if (!Character.isLetterOrDigit(c)) {
                    raise = !key.isEmpty();
                } else {
                    key.appendCodePoint(raise ? Character.toUpperCase(c) : c);
                    raise = false;
                }
            }
            var text = key.toString();
            boolean allCapitals = text.equals(text.toUpperCase(Locale.ROOT));
            var first = allCapitals
                    ? text.toLowerCase(Locale.ROOT)
                    : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
            return Character.isDigit(first.charAt(0)) ? "n" + first : first;
        }
    }

    /** How often something may stand in a message. */
    record Occurs(int min, int max) {

        static final Occurs ONCE = new Occurs(1, 1);
        static final Occurs MAYBE = new Occurs(0, 1);

        boolean isOptional() {
            return min == 0;
        }

        boolean isRepeated() {
            return max > 1;
        }

        Occurs optional() {
            return new Occurs(0, max);
        }
    }

    /** A text, number or truth. */
    record Leaf(Tag tag, Occurs occurs, boolean nillable, TextType type) implements Node {}

    /**
     * Something made of parts.
     *
     * @param text the character content beside the attributes; null: none
     * @param instanceOf the type to name with xsi:type, where the declared one is abstract; null: none
     */
    record Group(
            Tag tag,
            Occurs occurs,
            boolean nillable,
            List<Leaf> attributes,
            List<Node> children,
            @Nullable Leaf text,
            @Nullable QName instanceOf)
            implements Node {}

    /** One of several sequences. */
    record OneOf(boolean isOptional, List<List<Node>> branches) implements Node {}

    /** All leaves below, attributes first. */
    default List<Leaf> leaves() {
        return switch (this) {
            case Leaf leaf -> List.of(leaf);
            case Group group -> {
                var leaves = new ArrayList<>(group.attributes());
                group.children().forEach(child -> leaves.addAll(child.leaves()));
                if (group.text() != null) {
                    leaves.add(group.text());
                }
                yield leaves;
            }
            case OneOf oneOf ->
                oneOf.branches().stream()
                        .flatMap(List::stream)
                        .flatMap(node -> node.leaves().stream())
                        .toList();
        };
    }
}
