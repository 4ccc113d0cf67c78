package org.onewindow.connectors.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.DepartmentEventListener;
import org.onewindow.connectors.QueueReplyListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what comes from a department by queue and topic, inside the broker's transaction.
 *
 * <p>An exception of a listener goes on: the broker then delivers again.
 */
public final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final String department;
    private final LivingRules rules;
    private final Function<byte[], List<String>> events;
    private volatile @Nullable QueueReplyListener replies;
    private volatile @Nullable DepartmentEventListener happenings;

    /**
     * Arrivals of one department.
     *
     * @param events event and subject of an event's body
     */
    Arrivals(String department, LivingRules rules, Function<byte[], List<String>> events) {
        this.department = department;
        this.rules = rules;
        this.events = events;
    }

    void repliesTo(QueueReplyListener listener) {
        replies = listener;
    }

    void eventsTo(DepartmentEventListener listener) {
        happenings = listener;
    }

    /** Whether the answer will be found; what is thrown says that it cannot be known now. */
    boolean expect(String number, String correlation) {
        return listener().expect(department, number, correlation);
    }

    /** Whether this is a message that may be looked into; everything else goes to the refused. */
    public boolean isReadable(@Body Message message) throws JMSException {
        boolean readable = QueueAnswer.of(message).isPresent();
        if (!readable) {
            LOG.warn("{} sent what is no message of bytes: refused without looking into it", department);
        }
        return readable;
    }

    public void reply(@Body Message message) throws JMSException {
        var answer = QueueAnswer.of(message).orElseThrow();
        listener().replied(department, number(answer, Correlating::of), answer.properties(), answer.body());
    }

    /** Where the rules of several revisions find something, the one that somebody waits for. */
    private String number(QueueAnswer answer, BiFunction<Correlating, QueueAnswer, String> way) {
        var numbers = rules.numbers(answer, way);
        return numbers.stream()
                .filter(number -> numbers.size() == 1 || listener().knows(department, number))
                .findFirst()
                .orElse(numbers.isEmpty() ? "" : numbers.getFirst());
    }

    /** What the department could not read of ours: as an answer that says so. */
    public void unreadable(@Body Message message) throws JMSException {
        var properties = new HashMap<>(QueueAnswer.propertiesOf(message));
        properties.put(QueueReplyListener.UNREADABLE, reasonIn(properties));
        var own = QueueAnswer.of(message);
        if (own.isPresent()) {
            listener()
                    .replied(
                            department,
                            number(own.get(), Correlating::ofDeadLetter),
                            properties,
                            own.get().body());
        } else {
            listener().replied(department, QueueAnswer.correlationOf(message), properties, new byte[0]);
        }
    }

    private static String reasonIn(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().endsWith("REASON"))
                .map(property -> property.getValue())
                .findFirst()
                .orElse("no reason given");
    }

    public void event(@Body Message message) throws JMSException {
        var event = events.apply(QueueAnswer.of(message).orElseThrow().body());
        var listener = happenings;
        if (listener == null) {
            throw new IllegalStateException("nobody listens to events yet");
        }
        listener.happened(department, event.get(0), event.get(1));
    }

    private QueueReplyListener listener() {
        var listener = replies;
        if (listener == null) {
            throw new IllegalStateException("nobody listens to answers yet");
        }
        return listener;
    }
}
