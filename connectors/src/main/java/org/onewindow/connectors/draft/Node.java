package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.List;

/** A part of a message's shape, whatever language describes it. */
sealed interface Node permits Leaf, Group, OneOf {

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
