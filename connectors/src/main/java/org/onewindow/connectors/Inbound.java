package org.onewindow.connectors;

/** What a call back turned out to be. */
public sealed interface Inbound {

    /** It bears the department's signature, in time. */
    record Authentic() implements Inbound {}

    /**
     * It does not; nothing of it may be believed.
     *
     * @param reason for the log: what was missing or wrong, never a value
     */
    record Forged(String reason) implements Inbound {}
}
