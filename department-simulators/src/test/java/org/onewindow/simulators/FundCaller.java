package org.onewindow.simulators;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Asks the housing fund as a hub does: bytes in GB18030 on its queue, answers on a queue of its own. */
final class FundCaller implements AutoCloseable {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final String HOME = "鲁(2016)济南市不动产权第0012345号";
    static final String PLEDGED = "鲁(2019)济南市不动产权第0034567号";
    static final String WANG = "<person><name>王强</name><idNo>370102197909143315</idNo></person>";
    static final String LI = "<person><name>李晓</name><idNo>370102198611120027</idNo></person>";
    static final String ZHANG = "<person><name>张铭</name><idNo>370102198503078212</idNo></person>";

    private static final long PATIENCE_MS = 10_000;
    private static final long SILENCE_MS = 700;

    private final ActiveMQConnectionFactory factory;
    private final JMSContext context;

    @Nullable
    String replyTo = "HUB.GJJ.RSP";

    FundCaller(String brokerUrl) {
        factory = new ActiveMQConnectionFactory(brokerUrl);
        context = factory.createContext("gjj", "trial-gjj");
    }

    /** Sends and waits for the answer. */
    String ask(String txn, String serial, String inside) {
        return text(
                receive("HUB.GJJ.RSP", send(txn, request(txn, serial, inside).getBytes(GB18030)))
                        .orElseThrow(() -> new AssertionError("no answer")));
    }

    String lien(String serial, String person, String certificate) {
        return ask("LIEN_QUERY", serial, person + "<property><certNo>" + certificate + "</certNo></property>");
    }

    String apply(String serial, String caseNumber, String person, String amount) {
        return ask("WITHDRAW_APPLY", serial, application(caseNumber, person, amount));
    }

    static String application(String caseNumber, String person, String amount) {
        return "<caseNo>" + caseNumber + "</caseNo>" + person + "<property><certNo>" + HOME
                + "</certNo></property><amount>" + amount
                + "</amount><account><bank>CCB</bank><no>6217000000000000</no></account>";
    }

    static String request(String txn, String serial, String inside) {
        return "<gjj-request><serial>%s</serial>%s<sent>2026-11-24 10:00:00.000 CST</sent><txn>%s</txn></gjj-request>"
                .formatted(serial, inside, txn);
    }

    /** The correlation that the answer will bear. */
    String send(String txn, byte[] body) {
        var message = context.createBytesMessage();
        try {
            message.writeBytes(body);
        } catch (JMSException impossible) {
            throw new IllegalStateException(impossible);
        }
        return send(txn, message);
    }

    String send(String txn, Message message) {
        try {
            var correlation = UUID.randomUUID().toString();
            message.setJMSCorrelationID(correlation);
            message.setStringProperty("GJJ_TXN", txn);
            message.setStringProperty("GJJ_ORG", "ZWFW");
            if (replyTo != null) {
                message.setJMSReplyTo(context.createQueue(replyTo));
            }
            context.createProducer().send(context.createQueue("GJJ.REQ"), message);
            return correlation;
        } catch (JMSException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JMSContext context() {
        return context;
    }

    Optional<Message> receive(String queue, String correlation) {
        return receive(queue, correlation, PATIENCE_MS);
    }

    /** Whether nothing comes for a while. */
    boolean isSilent(String queue, String correlation) {
        return receive(queue, correlation, SILENCE_MS).isEmpty();
    }

    static String text(Message message) {
        try {
            var bytes = (BytesMessage) message;
            var body = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(body);
            return new String(body, GB18030);
        } catch (JMSException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String property(Message message, String name) {
        try {
            return String.valueOf(message.getStringProperty(name));
        } catch (JMSException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String field(String xml, String name) {
        var found = Pattern.compile("<" + name + "[^>]*>([^<]*)<").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        context.close();
        factory.close();
    }

    private Optional<Message> receive(String queue, String correlation, long patienceMs) {
        try (var consumer =
                context.createConsumer(context.createQueue(queue), "JMSCorrelationID = '" + correlation + "'")) {
            return Optional.ofNullable(consumer.receive(patienceMs));
        }
    }
}
