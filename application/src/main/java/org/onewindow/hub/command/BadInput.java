package org.onewindow.hub.command;

/** What was typed cannot be done; the message says what to write. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }
}
