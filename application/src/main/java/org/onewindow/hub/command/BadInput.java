package org.onewindow.hub.command;

/** What was typed cannot be done; the message says what to write. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
