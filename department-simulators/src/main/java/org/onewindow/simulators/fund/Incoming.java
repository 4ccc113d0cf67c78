package org.onewindow.simulators.fund;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message as it came from the request queue, copied out of its session. */
final class Incoming {

    static final String TXN = "GJJ_TXN";
    static final String ORG = "GJJ_ORG";
    private static final long BODY_MAX = 1 << 20;

    private final byte[] body;
    private final Optional<String> unreadable;
    private final Map<String, String> labels;
    private final String correlation;
    private final Optional<Destination> replyTo;

    private Incoming(Message message, byte[] body, @Nullable String unreadable) throws JMSException {
        this.body = body;
        this.unreadable = Optional.ofNullable(unreadable);
        this.labels = labels(message);
        this.correlation =
                message.getJMSCorrelationID() == null ? message.getJMSMessageID() : message.getJMSCorrelationID();
        this.replyTo = Optional.ofNullable(message.getJMSReplyTo());
    }

    static Incoming of(Message message) throws JMSException {
        if (!(message instanceof BytesMessage bytes)) {
            return new Incoming(message, new byte[0], "not a BytesMessage");
        }
        if (bytes.getBodyLength() > BODY_MAX) {
            return new Incoming(message, new byte[0], "larger than 1 MiB");
        }
        var body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return new Incoming(message, body, null);
    }

    byte[] body() {
        return body.clone();
    }

    /** Why the body is no bytes that can be read at all. */
    Optional<String> unreadable() {
        return unreadable;
    }

    /** The properties that stand on the request and on its answer. */
    Map<String, String> labels() {
        return Map.copyOf(labels);
    }

    String txn() {
        return labels.getOrDefault(TXN, "unknown");
    }

    /** Whether both properties stand on it, and name this transaction. */
    boolean isLabelled(String txn) {
        return txn.equals(labels.get(TXN)) && labels.containsKey(ORG);
    }

    String correlation() {
        return correlation;
    }

    Optional<Destination> replyTo() {
        return replyTo;
    }

    private static Map<String, String> labels(Message message) throws JMSException {
        var labels = new TreeMap<String, String>();
        for (var name : new String[] {TXN, ORG}) {
            var value = message.getStringProperty(name);
            if (value != null) {
                labels.put(name, value);
            }
        }
        return labels;
    }
}
