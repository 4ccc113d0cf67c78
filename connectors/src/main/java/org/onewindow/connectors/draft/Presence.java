package org.onewindow.connectors.draft;

import java.util.List;
import org.onewindow.connectors.draft.Node.Group;
import org.onewindow.connectors.draft.Node.Leaf;
import org.onewindow.connectors.draft.Node.OneOf;

/** What of a shape stands in a sample: all of it, or only what must. */
sealed interface Presence {

    int COPIES = 2;

    boolean isFull();

    boolean has(Node node);

    /** The branch of a choice that a sample takes. */
    Branch branch(OneOf oneOf);

    /** A branch and how much of it. */
    record Branch(List<Node> nodes, Presence presence) {}

    /** How many of a node that is there. */
    default int count(Node node) {
        var occurs =
                switch (node) {
                    case Leaf leaf -> leaf.occurs();
                    case Group group -> group.occurs();
                    case OneOf _ -> Node.Occurs.ONCE;
                };
        int most = isFull() ? Math.min(COPIES, occurs.max()) : 1;
        return Math.max(occurs.min(), most);
    }

    private static boolean isOptional(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.occurs().isOptional();
            case Group group -> group.occurs().isOptional();
            case OneOf oneOf -> oneOf.isOptional();
        };
    }

    /** Of what a department answers. */
    record OfAnswer(boolean isFull) implements Presence {

        @Override
        public boolean has(Node node) {
            return isFull || !isOptional(node);
        }

        @Override
        public Branch branch(OneOf oneOf) {
            return new Branch(
                    isFull ? oneOf.branches().getFirst() : oneOf.branches().getLast(), this);
        }
    }

    /** Of what is asked: what the form does not decide is always there. */
    record OfRequest(boolean isFull, Forms forms) implements Presence {

        @Override
        public boolean has(Node node) {
            if (!isOptional(node)) {
                return true;
            }
            return forms.depends(node) ? isFull : !node.leaves().isEmpty();
        }

        @Override
        public Branch branch(OneOf oneOf) {
            var asked = oneOf.branches().stream().filter(forms::decides).toList();
            if (asked.isEmpty()) {
                return new Branch(forms.otherwise(oneOf), this);
            }
            var taken = isFull ? asked.getFirst() : asked.getLast();
            boolean told = taken.stream().anyMatch(node -> !isOptional(node) && forms.depends(node));
            return new Branch(taken, told ? this : new OfRequest(true, forms));
        }
    }
}
