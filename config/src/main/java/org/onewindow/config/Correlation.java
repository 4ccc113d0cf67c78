package org.onewindow.config;

/** By what an answer from a department's queue tells which message it answers ({@code endpoint.correlation}; Correlation Identifier). */
public sealed interface Correlation {

    /** The hub sets {@code JMSCorrelationID}, the department sends it back. */
    record OwnId() implements Correlation {}

    /** The answer's {@code JMSCorrelationID} is the message's {@code JMSMessageID}; the message bears no correlation. */
    record MessageId() implements Correlation {}

    /**
     * The hub sets a JMS property of this name, the department sends it back.
     *
     * @param name never one that JMS or Camel keeps for itself
     */
    record Property(String name) implements Correlation {}

    /**
     * The answer bears the number that the message bore; each act has its own.
     *
     * @param sent where it stands in the message: element names with slashes from the root, such as {@code /request/serial}, of an
     *     attribute {@code @name}
     * @param answered where it stands in the answer
     */
    record Element(String sent, String answered) implements Correlation {}
}
