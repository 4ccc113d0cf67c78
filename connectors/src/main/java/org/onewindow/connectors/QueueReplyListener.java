package org.onewindow.connectors;

import java.util.Map;

/**
 * Takes the answers that come by queue and that no inquiry waits for.
 *
 * <p>Called inside the broker's transaction: the message is gone only when this returned normally, and comes again after an
 * exception. The same answer may come more than once.
 */
@FunctionalInterface
public interface QueueReplyListener {

    /** A header of answers that are none: the department put the request among its dead letters; the value is why. */
    String UNREADABLE = "hub-unreadable";

    /**
     * An answer.
     *
     * @param correlation what it bears by the department's rule: the hub's correlation, or a number that was expected; may be empty
     * @param headers for {@link Connectors#read}
     */
    void replied(String department, String correlation, Map<String, String> headers, byte[] body);

    /**
     * Whether somebody waits for an answer that bears this; asked where it bears several things, each by the rule of another revision of
     * the department.
     */
    default boolean knows(String department, String number) {
        return true;
    }

    /**
     * Before a message leaves whose answer will bear another number than the hub's correlation; committed when this returns. Whatever is
     * thrown keeps the message here.
     *
     * @return false: the number stands for another act already
     */
    default boolean expect(String department, String number, String correlation) {
        throw new UnsupportedOperationException("nobody keeps the numbers of answers");
    }
}
