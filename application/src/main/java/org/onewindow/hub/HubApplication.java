package org.onewindow.hub;

/** The hub as a process; the wiring follows. */
public final class HubApplication {

    private HubApplication() {}

    public static void main(String[] arguments) {
        System.exit(1);
    }
}
