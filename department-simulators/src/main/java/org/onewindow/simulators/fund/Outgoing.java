package org.onewindow.simulators.fund;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message that the centre owes: it stays until a broker has taken it. */
final class Outgoing {

    private static final String ANSWERS = "GJJ.RSP";
    private static final String ERRORS = "GJJ.ERR";
    private static final String EVENTS = "GJJ.EVENT";
    private static final String REASON = "GJJ_REASON";

    private final Address address;
    private final byte[] body;
    private final Map<String, String> properties;
    private final @Nullable String correlation;
    private final long dueNanos;

    private Outgoing(
            Address address, byte[] body, Map<String, String> properties, @Nullable String correlation, long dueNanos) {
        this.address = address;
        this.body = body;
        this.properties = properties;
        this.correlation = correlation;
        this.dueNanos = dueNanos;
    }

    static Outgoing answer(Incoming request, byte[] body) {
        var address = new Address(ANSWERS, false, request.replyTo());
        return new Outgoing(address, body, request.labels(), request.correlation(), System.nanoTime());
    }

    static Outgoing error(Incoming request, String reason) {
        var properties = new TreeMap<>(request.labels());
        properties.put(REASON, reason);
        var address = new Address(ERRORS, false, Optional.empty());
        return new Outgoing(address, request.body(), properties, request.correlation(), System.nanoTime());
    }

    static Outgoing event(byte[] body) {
        var address = new Address(EVENTS, true, Optional.empty());
        return new Outgoing(address, body, Map.of(), null, System.nanoTime());
    }

    /** The same, later: real time, as the caller waits. */
    Outgoing after(Duration delay) {
        return new Outgoing(address, body, properties, correlation, dueNanos + delay.toNanos());
    }

    boolean isDue() {
        return System.nanoTime() - dueNanos >= 0;
    }

    void send(Session session) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes(body);
        for (var property : properties.entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        if (correlation != null) {
            message.setJMSCorrelationID(correlation);
        }
        try (var producer = session.createProducer(address.in(session))) {
            producer.send(message);
        }
    }

    private record Address(String name, boolean topic, Optional<Destination> replyTo) {

        Destination in(Session session) throws JMSException {
            if (replyTo.isPresent()) {
                return replyTo.get();
            }
            return topic ? session.createTopic(name) : session.createQueue(name);
        }
    }
}
