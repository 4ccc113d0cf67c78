package org.onewindow.connectors.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.AnswerTooLarge;

/**
 * A message that came, taken out of JMS: bytes, id, correlation, and the properties that are plain texts.
 *
 * @param id empty: it bears none
 * @param correlation empty: it bears none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QueueAnswer(String id, String correlation, Map<String, String> properties, byte[] body) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int LONGEST_PROPERTY = 500;

    /** Empty where it is no BytesMessage: nothing else is ever looked into. */
    static Optional<QueueAnswer> of(@Nullable Message message) throws JMSException {
        if (!(message instanceof BytesMessage bytes) || bytes.getBodyLength() > AnswerTooLarge.LARGEST) {
            return Optional.empty();
        }
        var body = new byte[(int) bytes.getBodyLength()];
        bytes.reset();
        bytes.readBytes(body);
        return Optional.of(new QueueAnswer(
                textOf(message.getJMSMessageID()), correlationOf(message), propertiesOf(message), body));
    }

    static String correlationOf(Message message) throws JMSException {
        return textOf(message.getJMSCorrelationID());
    }

    private static String textOf(@Nullable String header) {
        return header == null ? "" : header;
    }

    static Map<String, String> propertiesOf(Message message) throws JMSException {
        var properties = new HashMap<String, String>();
        for (var names = message.getPropertyNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            if (name instanceof String known
                    && NAME.matcher(known).matches()
                    && !known.startsWith("JMSX")
                    && message.getObjectProperty(known) instanceof String value
                    && value.length() <= LONGEST_PROPERTY) {
                properties.put(known, value);
            }
        }
        return properties;
    }

    @Override
    public String toString() {
        return "QueueAnswer[" + correlation + "]";
    }
}
