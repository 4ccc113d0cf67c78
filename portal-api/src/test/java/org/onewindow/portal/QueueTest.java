package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** What client systems hand in by queue: a real broker, real users, real flows. */
class QueueTest {

    private static final String SUBMISSIONS = "hub.submissions";
    private static final String REFUSED = "hub.submissions.refused";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JMSContext window = as("window-system", "trial-window");
    private final JMSContext hub =
            TestHub.bean(EmbeddedBroker.class).connectionFactory().createContext();
    private final String key = UUID.randomUUID().toString();
    private final Queue own = window.createQueue("hub.submissions.reply.window-system." + key.substring(0, 8));

    @AfterEach
    void close() {
        window.close();
        hub.close();
    }

    @Test
    void takesAnApplicationAndAnswersWithItsCase() throws JMSException {
        var answer = ask(text(Application.transfer()));

        assertThat(answer.getJMSCorrelationID()).isEqualTo(key);
        assertThat(answer.getIntProperty("status")).isEqualTo(202);
        assertThat(found(answer).request().channel()).isEqualTo("portal");
    }

    @Test
    void takesAChannelsOwnForm() throws JMSException {
        var message = window.createTextMessage(Channel.windowXml(Application.transfer()));
        message.setStringProperty("channel", "window-system");

        assertThat(found(ask(message)).request().channel()).isEqualTo("window-system");
    }

    @Test
    void takesBytesThatAreText() throws JMSException {
        var message = window.createBytesMessage();
        message.writeBytes(Application.transfer().toString().getBytes(StandardCharsets.UTF_8));

        assertThat(ask(message).getIntProperty("status")).isEqualTo(202);
    }

    @Test
    void makesOneCaseOfOneKeyByQueueAndOverHttp() throws JMSException {
        var request = Application.transfer();
        var rest = TestHub.client("window-system").post("/v1/cases", request.toString(), key);

        var first = ask(text(request));
        var again = ask(text(request));

        assertThat(numberIn(first)).isEqualTo(rest.json().path("number").asText());
        assertThat(numberIn(again)).isEqualTo(numberIn(first));
    }

    @Test
    void answersWithTheProblemOfEveryOtherDoor() throws JMSException {
        var invalid = Application.transfer();
        invalid.withArray("parties").remove(0);
        var message = text(invalid);
        message.setStringProperty("language", "en");

        var answer = ask(message);

        var problem = json(answer);
        assertThat(answer.getIntProperty("status")).isEqualTo(422);
        assertThat(problem.path("code").asText()).isEqualTo("request-invalid");
        assertThat(problem.path("type").asText()).isEqualTo("/help/problems/request-invalid");
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo("/parties");
    }

    @Test
    void wantsAKeyAndAChannelThatIsOpenToTheSender() throws JMSException {
        var keyless = text(Application.transfer());
        keyless.setJMSReplyTo(own);
        window.createProducer().send(window.createQueue(SUBMISSIONS), keyless);
        assertThat(json(Objects.requireNonNull(receive(window, own)))
                        .path("code")
                        .asText())
                .isEqualTo("idempotency-key-missing");

        var telex = window.createTextMessage("<a/>");
        telex.setStringProperty("channel", "telex");
        assertThat(json(ask(telex)).path("code").asText()).isEqualTo("channel-unknown");
    }

    @Test
    void answersToNobodyElsesQueue() throws JMSException {
        var foreign = hub.createQueue("hub.submissions.reply.kiosk-system");
        var message = text(Application.transfer());
        message.setJMSCorrelationID(key);
        message.setJMSReplyTo(foreign);
        window.createProducer().send(window.createQueue(SUBMISSIONS), message);

        var number = Awaitility.await().atMost(PATIENCE).until(this::stored, Objects::nonNull);

        assertThat(number).isNotBlank();
        try (var kiosk = as("kiosk-system", "trial-kiosk")) {
            assertThat(kiosk.createConsumer(kiosk.createQueue("hub.submissions.reply.kiosk-system"))
                            .receive(300))
                    .isNull();
        }
    }

    @Test
    void isSteeredByNoHeader() throws JMSException {
        var message = text(Application.transfer());
        for (var name : new String[] {
            "CamelHttpUri", "CAmelHttpUri", "operationName", "CamelJmsDestinationName", "CamelBeanMethodName", "refused"
        }) {
            message.setStringProperty(name, "hub.evil");
        }
        message.setStringProperty("CamelFileName", "../../x");

        var answer = ask(message);

        assertThat(answer.getIntProperty("status")).isEqualTo(202);
        assertThat(answer.propertyExists("operationName")).isFalse();
        assertThat(hub.createConsumer(hub.createQueue("hub.evil")).receiveNoWait())
                .isNull();
    }

    @Test
    void takesTheBrokersWordAloneForWhoSentIt() throws JMSException {
        var message = text(Application.transfer());
        message.setStringProperty("_AMQ_VALIDATED_USER", "kiosk-system");

        var number = numberIn(ask(message));

        assertThat(TestHub.sql()
                        .sql("select client from case_file where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("window-system");
    }

    @Test
    void putsWhatCannotBeReadAside() throws JMSException {
        var notUtf8 = window.createBytesMessage();
        notUtf8.writeBytes(new byte[] {(byte) 0xD6, (byte) 0xD0});
        var messages = new ArrayList<Message>();
        messages.add(window.createObjectMessage(BigInteger.ONE));
        messages.add(notUtf8);
        messages.add(window.createTextMessage("x".repeat((1 << 20) + 1)));
        messages.add(window.createMapMessage());
        messages.add(window.createTextMessage("neither JSON nor XML"));
        for (var message : messages) {
            message.setJMSCorrelationID(key);
            message.setStringProperty("operationName", "evil");
            window.createProducer().send(window.createQueue(SUBMISSIONS), message);
        }

        var reasons = new ArrayList<String>();
        try (var refused = hub.createConsumer(hub.createQueue(REFUSED), "sender = 'window-system'")) {
            for (int i = 0; i < messages.size(); i++) {
                var one = Objects.requireNonNull(refused.receive(PATIENCE.toMillis()));
                assertThat(one.propertyExists("operationName")).isFalse();
                reasons.add(one.getStringProperty("reason"));
            }
        }
        assertThat(reasons)
                .containsExactlyInAnyOrder("no-text", "not-utf-8", "too-large", "no-text", "request-malformed");
    }

    @Test
    void keepsASubmissionUntilTheDatabaseIsBack() throws JMSException {
        var line = TestHub.bean(Relay.class);
        var message = text(Application.transfer());
        message.setJMSCorrelationID(key);
        message.setJMSReplyTo(own);

        var waiting = window.createConsumer(own);
        line.cut();
        try {
            window.createProducer().send(window.createQueue(SUBMISSIONS), message);
            assertThat(waiting.receive(3000)).isNull();
        } finally {
            line.join();
        }

        assertThat(found(Objects.requireNonNull(waiting.receive(PATIENCE.toMillis())))
                        .number())
                .isNotNull();
    }

    @Test
    void letsNobodySeeWhatOthersHandIn() {
        var forbidden = new String[] {SUBMISSIONS, REFUSED, "hub.submissions.reply.kiosk-system", "dept.tax.work"};
        for (var queue : forbidden) {
            assertThatThrownBy(() -> window.createConsumer(window.createQueue(queue)))
                    .as(queue)
                    .hasMessageContaining("does not have permission");
            assertThatThrownBy(() ->
                            window.createBrowser(window.createQueue(queue)).getEnumeration())
                    .as(queue)
                    .hasMessageContaining("does not have permission");
        }
        for (var queue : new String[] {REFUSED, "dept.tax.work", "activemq.management", "hub.new"}) {
            assertThatThrownBy(() -> window.createProducer().send(window.createQueue(queue), "x"))
                    .as(queue)
                    .hasMessageContaining("does not have permission");
        }
    }

    private static JMSContext as(String user, String password) {
        ConnectionFactory factory = new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + TestHub.bean(TestWiring.BrokerPort.class).number());
        return factory.createContext(user, password);
    }

    private Message text(ObjectNode request) {
        return window.createTextMessage(request.toString());
    }

    private Message ask(Message message) throws JMSException {
        message.setJMSCorrelationID(key);
        message.setJMSReplyTo(own);
        window.createProducer().send(window.createQueue(SUBMISSIONS), message);
        return Objects.requireNonNull(receive(window, own), "no answer");
    }

    private static @Nullable Message receive(JMSContext context, Queue queue) {
        try (var consumer = context.createConsumer(queue)) {
            return consumer.receive(PATIENCE.toMillis());
        }
    }

    private @Nullable String stored() {
        return TestHub.sql()
                .sql("select number from submission where client = 'window-system' and idempotency_key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static JsonNode json(Message answer) throws JMSException {
        try {
            return Api.JSON.readTree(answer.getBody(String.class));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static String numberIn(Message answer) throws JMSException {
        return json(answer).path("number").asText();
    }

    private static CaseSnapshot found(Message answer) throws JMSException {
        return TestHub.cases().find(new CaseNumber(numberIn(answer))).orElseThrow();
    }
}
