package org.onewindow.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import org.apache.camel.Body;
import org.onewindow.connectors.line.Departure;

/**
 * Sends messages whose answers will bear their {@code JMSMessageID}.
 *
 * <p>The id is only known when the message was given to the broker. So it is given in a transaction, the id noted, and only then the
 * transaction committed: a crash between leaves an id without a message, never a message whose answer nobody finds.
 * From the commit on every failure is a doubt. It bears no cause: a lost connection among them would tell of the rolling back, which
 * the client tries first.
 */
public final class NotedSending {

    private final ConnectionFactory connections;
    private final Way way;
    private final Notes notes;

    NotedSending(ConnectionFactory connections, Way way, Notes notes) {
        this.connections = connections;
        this.way = way;
        this.notes = notes;
    }

    /**
     * From one queue to the other.
     *
     * @param durable whether its messages outlive the broker; those of look-ups only last while somebody waits
     */
    record Way(String queue, String replyQueue, boolean durable) {}

    /** Keeps which id stands for which correlation; false or thrown: it cannot. */
    @FunctionalInterface
    interface Notes {
        boolean note(String id, String correlation);
    }

    public void send(@Body QueueMessage message) throws IOException {
        try (var connection = connection();
                var session = session(connection)) {
            give(session, message);
            session.commit();
        } catch (JMSException | RuntimeException unknown) {
            throw new IOException("the message broker did not say whether it has the message: " + unknown.getMessage());
        }
    }

    private Connection connection() throws NotSent {
        try {
            return connections.createConnection();
        } catch (JMSException away) {
            throw new NotSent("the message broker is out of reach", away);
        }
    }

    private static Session session(Connection connection) throws NotSent {
        try {
            return connection.createSession(true, Session.SESSION_TRANSACTED);
        } catch (JMSException away) {
            throw new NotSent("the message broker is out of reach", away);
        }
    }

    /** What fails here is rolled back when the session is closed. */
    private void give(Session session, QueueMessage message) throws NotSent, Departure.HeldBack {
        try (var producer = session.createProducer(session.createQueue(way.queue()))) {
            var given = session.createBytesMessage();
            given.writeBytes(message.body());
            given.setJMSReplyTo(session.createQueue(way.replyQueue()));
            for (var property : message.properties().entrySet()) {
                given.setStringProperty(property.getKey(), property.getValue());
            }
            producer.setDeliveryMode(way.durable() ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT);
            producer.setTimeToLive(
                    way.durable()
                            ? Message.DEFAULT_TIME_TO_LIVE
                            : message.patience().toMillis());
            producer.send(given);
            if (!notes.note(given.getJMSMessageID(), message.correlation())) {
                throw new NotSent("the id of the message could not be noted", null);
            }
            Departure.check();
        } catch (JMSException | RuntimeException failure) {
            throw new NotSent("the message could not be given to the broker and noted", failure);
        }
    }
}
