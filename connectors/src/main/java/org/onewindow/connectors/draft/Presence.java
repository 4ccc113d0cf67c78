package org.onewindow.connectors.draft;

/** What of a shape stands in a sample: all of it, or only what must. */
sealed interface Presence permits AnswerPresence, RequestPresence {

    int COPIES = 2;

    boolean isFull();

    boolean has(Node node);

    /** The branch of a choice that a sample takes. */
    Branch branch(OneOf oneOf);

    /** How many of a node that is there. */
    default int count(Node node) {
        var occurs =
                switch (node) {
                    case Leaf leaf -> leaf.occurs();
                    case Group group -> group.occurs();
                    case OneOf _ -> Occurs.ONCE;
                };
        int most = isFull() ? Math.min(COPIES, occurs.max()) : 1;
        return Math.max(occurs.min(), most);
    }

    /** Whether the contract lets it be left out. */
    static boolean isOptional(Node node) {
        return switch (node) {
            case Leaf leaf -> leaf.occurs().isOptional();
            case Group group -> group.occurs().isOptional();
            case OneOf oneOf -> oneOf.isOptional();
        };
    }
}
