package org.onewindow.connectors.draft;

/** Something must contain itself, or grows without end: no message can be made. */
final class Endless extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    Endless(String name) {
        super(name);
        this.name = name;
    }

    String name() {
        return name;
    }
}
