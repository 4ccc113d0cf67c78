package org.onewindow.connectors.contract;

/** What is wrong with a document, and where. */
final class BrokenYaml extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Spot spot;

    BrokenYaml(Spot spot, String what) {
        super(what);
        this.spot = spot;
    }

    Spot spot() {
        return spot;
    }
}
