package org.onewindow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** The housing fund's folder over a real broker: both queues, the dead letters, the topic. */
final class HousingFundTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PATIENCE_MILLIS = 5_000;

    @TempDir
    Path folder = Path.of("");

    private EmbeddedBroker broker;
    private Connection fund;
    private Session session;
    private TestHouse house;
    private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

    private record Arrived(String correlation, Map<String, String> headers, String body) {}

    @BeforeEach
    void open() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, List.of());
        fund = broker.connectionFactory().createConnection();
        session = fund.createSession(false, Session.AUTO_ACKNOWLEDGE);
        fund.start();
        house = TestHouse.with(setup(), "housing-fund");
    }

    @AfterEach
    void close() throws JMSException {
        house.close();
        fund.close();
        broker.close();
    }

    @Test
    void putsADurableMessageOfBytesIntoTheFundsQueue() throws JMSException {
        var reply = house.call("housing-fund", "withdraw-apply");

        var message = received("GJJ.REQ");
        assertThat(reply).isEqualTo(new Pending(Map.of(), null));
        assertThat(text(message))
                .startsWith("<gjj-request><txn>WITHDRAW_APPLY</txn><serial>6N1FB9F9Q2JF5TDMUUG1</serial>")
                .contains("<name>张铭</name>");
        assertThat(message.getJMSCorrelationID()).isEqualTo(TestHouse.CORRELATION);
        assertThat(message.getJMSReplyTo()).isEqualTo(session.createQueue("HUB.GJJ.RSP"));
        assertThat(message.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        assertThat(message.getStringProperty("GJJ_TXN")).isEqualTo("WITHDRAW_APPLY");
        assertThat(message.getStringProperty("GJJ_ORG")).isEqualTo("ZWFW");
    }

    @Test
    void putsNothingIntoTheQueueWhenTheNodeMayBeTakenForDead() throws JMSException {
        var reply = house.callWhile(() -> false, "housing-fund", "withdraw-apply");

        assertThat(reply).isInstanceOf(DepartmentReply.Unavailable.class);
        try (var queue = session.createConsumer(session.createQueue("GJJ.REQ"))) {
            assertThat(queue.receiveNoWait()).isNull();
        }
    }

    @Test
    void makesTheSerialOfALookUpNewAtEverySending() throws JMSException {
        var message = house.message("housing-fund", "lien-query");

        house.call("housing-fund", "lien-query", message);
        house.call("housing-fund", "lien-query", message);

        assertThat(text(received("GJJ.REQ"))).contains("<serial>20261124093015000001</serial>");
        assertThat(text(received("GJJ.REQ"))).contains("<serial>20261124093015000002</serial>");
    }

    @Test
    void handsOnEveryAnswerAndItsDouble() throws JMSException {
        house.connectors.onQueueReply(this::arrives);

        answer("HUB.GJJ.RSP", TestHouse.answer("housing-fund", "withdraw-apply", "xml"));
        answer("HUB.GJJ.RSP", TestHouse.answer("housing-fund", "withdraw-apply", "xml"));

        await().until(() -> arrived.size() == 2);
        assertThat(arrived).allSatisfy(answer -> {
            assertThat(answer.correlation()).isEqualTo(TestHouse.CORRELATION);
            assertThat(answer.headers()).containsEntry("GJJ_ORG", "GJJ");
            assertThat(read("withdraw-apply", answer))
                    .isInstanceOfSatisfying(Answered.class, applied -> assertThat(applied.facts())
                            .containsEntry("applicationNumber", "TQ20261124000088"));
        });
    }

    @Test
    void getsAnAnswerAgainWhenTheListenerFailed() throws JMSException {
        var tries = new AtomicInteger();
        house.connectors.onQueueReply((department, correlation, headers, body) -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("the database is away");
            }
            arrives(department, correlation, headers, body);
        });

        answer("HUB.GJJ.RSP", "<gjj-reply/>");

        await().until(() -> arrived.size() == 1);
        assertThat(tries).hasValue(3);
    }

    @Test
    void neverLooksIntoAnObjectMessage() throws JMSException {
        house.connectors.onQueueReply(this::arrives);

        send("HUB.GJJ.RSP", session.createObjectMessage("rm -rf"));
        send("HUB.GJJ.RSP", session.createTextMessage("<gjj-reply/>"));
        answer("HUB.GJJ.RSP", "<gjj-reply/>");

        await().until(() -> arrived.size() == 1);
        assertThat(received("hub.replies.refused")).isInstanceOf(jakarta.jms.ObjectMessage.class);
        assertThat(received("hub.replies.refused")).isInstanceOf(jakarta.jms.TextMessage.class);
    }

    @Test
    void tellsWhatTheFundCouldNotRead() throws JMSException {
        house.connectors.onQueueReply(this::arrives);
        var dead = bytes("whatever it was");
        dead.setStringProperty("GJJ_REASON", "no bean");
        dead.setJMSCorrelationID(TestHouse.CORRELATION);

        send("GJJ.ERR", dead);

        await().until(() -> arrived.size() == 1);
        assertThat(read("withdraw-apply", arrived.element()).toString())
                .startsWith("Refused[code=unreadable,")
                .contains("no bean");
        assertThat(arrived.element().body()).isEqualTo("whatever it was");
    }

    @Test
    void callsAnAnswerThatIsNotGb18030Uncertain() {
        var body = new byte[] {'<', 'a', '>', (byte) 0x81, '<', '/', 'a', '>'};

        var read = house.connectors.read(
                house.department("housing-fund"),
                house.department("housing-fund").operation("lien-query"),
                TestHouse.request("housing-fund", "lien-query"),
                Map.of(),
                body);

        assertThat(read.reply()).isEqualTo(new Uncertain("an answer that cannot be read"));
    }

    @Test
    void waitsForTheAnswerOfAnInquiry() throws JMSException {
        answerRequestsWith(TestHouse.answer("housing-fund", "lien-query", "xml"));

        var reply = ask("c1", Duration.ofSeconds(10));

        assertThat(reply).isInstanceOfSatisfying(Answered.class, lien -> assertThat(lien.facts())
                .containsKeys("pledged", "loans"));
    }

    @Test
    void waitsOnEachNodeForItsOwnAnswers() throws JMSException {
        answerRequestsWith(TestHouse.answer("housing-fund", "lien-query", "xml"));

        try (var other = TestHouse.with(setup(), "housing-fund")) {
            for (int i = 0; i < 4; i++) {
                assertThat(ask("a" + i, Duration.ofSeconds(10))).isInstanceOf(Answered.class);
                assertThat(ask(other, "b" + i, Duration.ofSeconds(10))).isInstanceOf(Answered.class);
            }
        }
    }

    @Test
    void callsAnInquiryWithoutAnAnswerUncertain() {
        assertThat(ask("c1", Duration.ofMillis(300))).isEqualTo(new Uncertain("no answer in time"));
    }

    @Test
    void hearsEventsThatWereToldWhileItWasAway() throws JMSException {
        var events = new ConcurrentLinkedQueue<String>();
        house.connectors.onEvent((department, event, subject) -> events.add(department + " " + event + " " + subject));
        await().until(() -> isSubscribedTo(events));
        house.close();
        events.clear();

        tellThatThePledgeIsReleased("鲁2");
        house = TestHouse.with(setup(), "housing-fund");
        house.connectors.onEvent((department, event, subject) -> events.add(department + " " + event + " " + subject));

        await().untilAsserted(() -> assertThat(events).contains("housing-fund PLEDGE_RELEASED 鲁2"));
    }

    /** A subscription begins some time after it was asked for. */
    private boolean isSubscribedTo(Queue<String> events) throws JMSException {
        tellThatThePledgeIsReleased("鲁1");
        return !events.isEmpty();
    }

    private void tellThatThePledgeIsReleased(String title) throws JMSException {
        session.createProducer(session.createTopic("GJJ.EVENT"))
                .send(bytes("<gjj-event><event>PLEDGE_RELEASED</event><certNo>" + title
                        + "</certNo><at>2026-11-24 09:30:15.120 CST</at></gjj-event>"));
    }

    private TestHouse.Setup setup() {
        return TestHouse.Setup.in(folder.resolve("secrets")).over(broker.connectionFactory());
    }

    private void arrives(String department, String correlation, Map<String, String> headers, byte[] body) {
        arrived.add(new Arrived(correlation, headers, new String(body, GB18030)));
    }

    private DepartmentReply read(String operation, Arrived answer) {
        var department = house.department("housing-fund");
        return house.connectors
                .read(
                        department,
                        department.operation(operation),
                        TestHouse.request("housing-fund", operation),
                        answer.headers(),
                        answer.body().getBytes(GB18030))
                .reply();
    }

    private DepartmentReply ask(String correlation, Duration within) {
        return ask(house, correlation, within);
    }

    private static DepartmentReply ask(TestHouse node, String correlation, Duration within) {
        var department = node.department("housing-fund");
        var sending =
                Sending.waiting(TestHouse.KEY, correlation, TestHouse.request("housing-fund", "lien-query"), within);
        return node.connectors.call(
                department, department.operation("lien-query"), node.message("housing-fund", "lien-query"), sending);
    }

    /** Twice each, as the fund may. */
    private void answerRequestsWith(String document) throws JMSException {
        var own = fund.createSession(false, Session.AUTO_ACKNOWLEDGE);
        own.createConsumer(own.createQueue("GJJ.REQ")).setMessageListener(request -> {
            try {
                for (int i = 0; i < 2; i++) {
                    var answer = own.createBytesMessage();
                    answer.writeBytes(document.getBytes(GB18030));
                    answer.setJMSCorrelationID(request.getJMSCorrelationID());
                    Destination replyTo = request.getJMSReplyTo();
                    own.createProducer(replyTo).send(answer);
                }
            } catch (JMSException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private void answer(String queue, String document) throws JMSException {
        var answer = bytes(document);
        answer.setJMSCorrelationID(TestHouse.CORRELATION);
        answer.setStringProperty("GJJ_ORG", "GJJ");
        send(queue, answer);
    }

    private BytesMessage bytes(String document) throws JMSException {
        var message = session.createBytesMessage();
        message.writeBytes(document.getBytes(GB18030));
        return message;
    }

    private void send(String queue, Message message) throws JMSException {
        session.createProducer(session.createQueue(queue)).send(message);
    }

    private Message received(String queue) throws JMSException {
        try (var consumer = session.createConsumer(session.createQueue(queue))) {
            var message = consumer.receive(PATIENCE_MILLIS);
            assertThat(message).as("a message in " + queue).isNotNull();
            return message;
        }
    }

    private static String text(Message message) throws JMSException {
        assertThat(message).isInstanceOf(BytesMessage.class);
        return new String(message.getBody(byte[].class), GB18030);
    }
}
