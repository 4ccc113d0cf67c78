package org.onewindow.connectors.draft;

import java.util.IdentityHashMap;
import java.util.List;

/** Which parts of a request the matter's form decides about, and where each field comes from. */
final class Forms {

    private final Origins origins;
    private final IdentityHashMap<Leaf, Origin> known = new IdentityHashMap<>();
    private final List<Leaf> inOrder = new java.util.ArrayList<>();

    private Forms(Origins origins) {
        this.origins = origins;
    }

    static Forms of(Origins origins, List<Node> roots) {
        var forms = new Forms(origins);
        roots.forEach(root -> forms.look(root, "", false, true));
        return forms;
    }

    private void look(Node node, String group, boolean repeated, boolean outermost) {
        switch (node) {
            case Leaf leaf -> {
                known.put(leaf, origins.of(leaf, group, repeated));
                inOrder.add(leaf);
            }
            case Group inner -> {
                var name = outermost ? "" : inner.tag().name();
                boolean loops = repeated || inner.occurs().isRepeated();
                inner.attributes().forEach(attribute -> look(attribute, name, loops, false));
                inner.children().forEach(child -> look(child, name, loops, false));
                if (inner.text() != null) {
                    look(inner.text(), name, loops, false);
                }
            }
            case OneOf oneOf ->
                oneOf.branches().forEach(branch -> branch.forEach(each -> look(each, group, repeated, false)));
        }
    }

    Origin of(Leaf leaf) {
        var origin = known.get(leaf);
        return origin == null ? origins.of(leaf, "", true) : origin;
    }

    /** Whether a field of the form decides if this is there. */
    boolean depends(Node node) {
        return node.leaves().stream().anyMatch(leaf -> of(leaf) instanceof Origin.Form);
    }

    /** Whether the form can choose this branch. */
    boolean decides(List<Node> branch) {
        return branch.stream().anyMatch(this::depends);
    }

    /** The branch that is taken where the form chooses none. */
    List<Node> otherwise(OneOf oneOf) {
        return oneOf.branches().stream()
                .filter(branch -> !decides(branch))
                .findFirst()
                .orElse(List.of());
    }

    /** The fields that a person must decide about. */
    List<Leaf> open() {
        return inOrder.stream()
                .filter(leaf -> of(leaf) instanceof Origin.Form form && !form.byName())
                .toList();
    }

    /** All fields, in the message's order. */
    List<Leaf> all() {
        return inOrder;
    }
}
