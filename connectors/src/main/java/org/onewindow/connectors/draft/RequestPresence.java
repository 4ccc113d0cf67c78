package org.onewindow.connectors.draft;

/** Of what is asked: what the form does not decide is always there. */
record RequestPresence(boolean isFull, Forms forms) implements Presence {

    @Override
    public boolean has(Node node) {
        if (!Presence.isOptional(node)) {
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
        boolean told = taken.stream().anyMatch(node -> !Presence.isOptional(node) && forms.depends(node));
        return new Branch(taken, told ? this : new RequestPresence(true, forms));
    }
}
