package org.onewindow.connectors.broker;

import java.util.List;

/** The queues by which client systems hand in: one for all to send to, one each to be answered by. */
public final class ClientQueues {

    /** Where every client sends; the hub alone consumes. */
    public static final String SUBMISSIONS = "hub.submissions";

    /** What could not be read, for an operator to look at. */
    public static final String REFUSED = SUBMISSIONS + ".refused";

    private static final String REPLIES = SUBMISSIONS + ".reply.";

    private ClientQueues() {}

    public static String replies(String client) {
        return REPLIES + client;
    }

    /** Whether the queue is the client's own: theirs, or one below it such as {@code hub.submissions.reply.kiosk.hall-2}. */
    public static boolean areOf(String client, String queue) {
        return queue.equals(replies(client)) || queue.startsWith(replies(client) + ".");
    }

    /** A client's system as a user of the broker. */
    public static BrokerUser user(String client, String password) {
        return new BrokerUser(client, password, List.of(replies(client) + ".#"), List.of(SUBMISSIONS));
    }
}
