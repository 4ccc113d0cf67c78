package org.onewindow.connectors.draft;

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
