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

    /** The headers are for {@link Connectors#read}. */
    void replied(String department, String correlation, Map<String, String> headers, byte[] body);
}
