package org.onewindow.config;

/** An expression of the configuration ended in an error or ran out of its bounds; the message says which and where. */
public final class ExpressionFailed extends RuntimeException {

    public ExpressionFailed(String message) {
        super(message);
    }
}
