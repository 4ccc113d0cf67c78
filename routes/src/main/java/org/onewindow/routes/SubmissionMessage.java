package org.onewindow.routes;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A submission taken out of JMS: what it says, and what few of its properties mean something; all others mean nothing. */
final class SubmissionMessage {

    /** In bytes of UTF-8, as over HTTP. */
    static final int BODY_MAX = 1 << 20;

    private static final int PROPERTY_MAX = 200;

    private final Message message;

    SubmissionMessage(Message message) {
        this.message = message;
    }

    /** What came of looking into it. */
    sealed interface Read {

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Text(byte[] utf8) implements Read {}

        record Unreadable(String reason) implements Read {}
    }

    /** Only texts are looked into: an ObjectMessage never is. */
    Read read() throws JMSException {
        return switch (message) {
            case TextMessage text when text.getText() != null -> bounded(text.getText());
            case BytesMessage bytes when bytes.getBodyLength() <= BODY_MAX -> decoded(bytes);
            case BytesMessage _ -> new Read.Unreadable("too-large");
            default -> new Read.Unreadable("no-text");
        };
    }

    private static Read bounded(String text) {
        if (text.length() > BODY_MAX) {
            return new Read.Unreadable("too-large");
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return utf8.length > BODY_MAX ? new Read.Unreadable("too-large") : new Read.Text(utf8);
    }

    private static Read decoded(BytesMessage bytes) throws JMSException {
        var body = new byte[(int) bytes.getBodyLength()];
        bytes.reset();
        bytes.readBytes(body);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return new Read.Text(body);
        } catch (CharacterCodingException notUtf8) {
            return new Read.Unreadable("not-utf-8");
        }
    }

    /** Who sent it, as the broker has written into it; a client cannot. */
    @Nullable
    String client() throws JMSException {
        return property("JMSXUserID");
    }

    @Nullable
    String key() throws JMSException {
        var key = property("idempotencyKey");
        return key == null ? message.getJMSCorrelationID() : key;
    }

    @Nullable
    String property(String name) throws JMSException {
        return message.getObjectProperty(name) instanceof String text && text.length() <= PROPERTY_MAX ? text : null;
    }

    /** What an answer bears, so that its reader knows to what. */
    String correlation() throws JMSException {
        var own = message.getJMSCorrelationID();
        return own == null ? message.getJMSMessageID() : own;
    }

    /** The name of the queue where the sender wants the answer; null: none wanted; empty: not a queue. */
    @Nullable
    String replyTo() throws JMSException {
        var destination = message.getJMSReplyTo();
        if (destination == null) {
            return null;
        }
        return destination instanceof Queue queue ? queue.getQueueName() : "";
    }

    /** Makes it ready for the refused: its own properties are gone, for nobody vouches for them. */
    void refuse(String reason, String sender) throws JMSException {
        message.clearProperties();
        message.setJMSReplyTo(null);
        message.setStringProperty("reason", reason);
        message.setStringProperty("sender", sender);
    }
}
