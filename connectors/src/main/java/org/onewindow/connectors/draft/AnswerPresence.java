package org.onewindow.connectors.draft;

/** Of what a department answers. */
record AnswerPresence(boolean isFull) implements Presence {

    @Override
    public boolean has(Node node) {
        return isFull || !Presence.isOptional(node);
    }

    @Override
    public Branch branch(OneOf oneOf) {
        return new Branch(
                isFull ? oneOf.branches().getFirst() : oneOf.branches().getLast(), this);
    }
}
