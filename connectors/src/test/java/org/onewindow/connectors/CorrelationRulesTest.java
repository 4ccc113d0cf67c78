package org.onewindow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.config.Correlation;
import org.onewindow.config.Department.Endpoint;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** By what a department's answer tells which message it answers, over a real broker: the housing fund's messages under each rule. */
final class CorrelationRulesTest {

    private static final String FUND = "housing-fund";
    private static final String APPLY = "withdraw-apply";
    private static final String SERIAL = "6N1FB9F9Q2JF5TDMUUG1";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Correlation BY_SERIAL = new Correlation.Element("/gjj-request/serial", "/gjj-reply/serial");

    @TempDir
    static Path folder = Path.of("");

    private static EmbeddedBroker broker;

    private static final Map<Correlation, TestHouse> HOUSES = new HashMap<>();
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();
    private static final Queue<Long> EXPIRATIONS = new ConcurrentLinkedQueue<>();
    private static volatile BooleanSupplier keeps = () -> true;
    private static volatile Set<String> known = Set.of();

    private String queue = "";
    private Connection fund;
    private Session session;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, List.of());
    }

    @AfterAll
    static void stop() {
        HOUSES.values().forEach(TestHouse::close);
        broker.close();
    }

    @BeforeEach
    void open() throws JMSException {
        EVENTS.clear();
        keeps = () -> true;
        known = Set.of();
        fund = broker.connectionFactory().createConnection();
        session = fund.createSession(false, Session.AUTO_ACKNOWLEDGE);
        fund.start();
    }

    @AfterEach
    void close() throws JMSException {
        fund.close();
    }

    /** One house a rule, with a queue of its own; it notes in their order what is expected and what is answered. */
    private TestHouse by(Correlation rule) {
        queue = "RULE" + Integer.toHexString(rule.hashCode());
        return HOUSES.computeIfAbsent(rule, _ -> {
            var endpoint = endpoint(rule);
            var setup = TestHouse.Setup.in(folder.resolve("secrets"))
                    .over(broker.connectionFactory())
                    .through(_ -> endpoint);
            var house = TestHouse.with(setup, FUND);
            house.connectors.onQueueReply(new Listener());
            return house;
        });
    }

    private Endpoint.Jms endpoint(Correlation rule) {
        return new Endpoint.Jms(queue, "HUB." + queue + ".RSP", "GB18030", Map.of(), null, rule);
    }

    private static final class Listener implements QueueReplyListener {

        @Override
        public void replied(String department, String correlation, Map<String, String> headers, byte[] body) {
            EVENTS.add("answered " + correlation);
        }

        @Override
        public boolean knows(String department, String number) {
            return known.contains(number);
        }

        @Override
        public boolean expect(String department, String number, String correlation) {
            EVENTS.add("expected " + number + " for " + correlation);
            return keeps.getAsBoolean();
        }
    }

    private boolean isEmpty() {
        try (var browser = session.createBrowser(session.createQueue(queue))) {
            return !browser.getEnumeration().hasMoreElements();
        } catch (JMSException failure) {
            throw new AssertionError(failure);
        }
    }

    private Message sent() throws JMSException {
        try (var consumer = session.createConsumer(session.createQueue(queue))) {
            var message = consumer.receive(5_000);
            assertThat(message).as("a message in the queue").isNotNull();
            return message;
        }
    }

    private BytesMessage answer(String document) throws JMSException {
        return answer(session, document);
    }

    private static BytesMessage answer(Session session, String document) throws JMSException {
        var answer = session.createBytesMessage();
        answer.writeBytes(document.getBytes(GB18030));
        return answer;
    }

    private void tell(Message answer) throws JMSException {
        session.createProducer(session.createQueue("HUB." + queue + ".RSP")).send(answer);
    }

    @Test
    void keepsTheIdOfAMessageBeforeItLeavesAndFindsItsAnswerByIt() throws JMSException {
        var hub = by(new Correlation.MessageId());

        assertThat(hub.call(FUND, APPLY)).isEqualTo(new Pending(Map.of(), null));

        var message = sent();
        assertThat(message.getJMSCorrelationID()).isNull();
        assertThat(message.getJMSReplyTo()).isEqualTo(session.createQueue("HUB." + queue + ".RSP"));
        assertThat(message.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        assertThat(message.getJMSExpiration()).as("an act is never forgotten").isZero();
        assertThat(message.getStringProperty("traceparent")).isNotEmpty();
        var answer = answer(TestHouse.answer(FUND, APPLY, "xml"));
        answer.setJMSCorrelationID(message.getJMSMessageID());
        tell(answer);
        await().until(() -> EVENTS.size() == 2);
        assertThat(EVENTS)
                .containsExactly(
                        "expected " + message.getJMSMessageID() + " for " + TestHouse.CORRELATION,
                        "answered " + message.getJMSMessageID());
    }

    @Test
    void sendsNothingWhoseIdIsNotKept() {
        var away = by(new Correlation.MessageId());
        keeps = () -> {
            assertThat(isEmpty()).as("nothing has left before its id is kept").isTrue();
            throw new IllegalStateException("the store is away");
        };

        assertThat(away.call(FUND, APPLY)).isInstanceOf(Unavailable.class);
        assertThat(isEmpty()).isTrue();
        assertThat(EVENTS).hasSize(1);
    }

    @Test
    void sendsNothingThatWasNotedWhenTheNodeMayBeTakenForDead() {
        var frozen = by(new Correlation.MessageId());

        assertThat(frozen.callWhile(() -> false, FUND, APPLY)).isInstanceOf(Unavailable.class);

        assertThat(isEmpty()).isTrue();
        assertThat(EVENTS).hasSize(1);
    }

    @Test
    void findsAnAnswerByAPropertyThatIsSentBack() throws JMSException {
        var hub = by(new Correlation.Property("MSG_SEQ"));

        hub.call(FUND, APPLY);

        var answer = answer("<gjj-reply/>");
        answer.setStringProperty("MSG_SEQ", sent().getStringProperty("MSG_SEQ"));
        answer.setJMSCorrelationID("of the department's own");
        tell(answer);
        await().until(() -> !EVENTS.isEmpty());
        assertThat(EVENTS).containsExactly("answered " + TestHouse.CORRELATION);
    }

    @Test
    void findsAnAnswerByTheNumberInItHoweverOftenItComes() throws JMSException {
        var hub = by(BY_SERIAL);

        hub.call(FUND, APPLY);

        assertThat(new String(sent().getBody(byte[].class), GB18030)).contains("<serial>" + SERIAL + "</serial>");
        tell(answer(TestHouse.answer(FUND, APPLY, "xml")));
        tell(answer(TestHouse.answer(FUND, APPLY, "xml")));
        await().until(() -> EVENTS.size() == 3);
        assertThat(EVENTS)
                .containsExactly(
                        "expected " + SERIAL + " for " + TestHouse.CORRELATION,
                        "answered " + SERIAL,
                        "answered " + SERIAL);
    }

    @Test
    void handsOnAnAnswerWithoutTheNumberAsOneThatBearsNothing() throws JMSException {
        by(BY_SERIAL);

        for (var document : List.of(
                "<gjj-reply><code>00</code></gjj-reply>",
                "<gjj-reply><serial>1</serial><serial>2</serial></gjj-reply>",
                "<gjj-reply><serial>" + "1".repeat(201) + "</serial></gjj-reply>",
                "no XML")) {
            tell(answer(document));
        }

        await().until(() -> EVENTS.size() == 4);
        assertThat(EVENTS).containsOnly("answered ");
    }

    @Test
    void sendsNothingUnderANumberThatStandsForAnotherAct() {
        var hub = by(BY_SERIAL);
        keeps = () -> false;

        assertThat(hub.call(FUND, APPLY)).isInstanceOf(Unavailable.class);
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void mapsNoMessageWithoutTheNumberOfItsAnswer() {
        var hub = by(BY_SERIAL);
        var door = endpoint(new Correlation.Element("/gjj-request/number", "/gjj-reply/number"));
        var other = TestHouse.in("by-number", hub.department(FUND), door);

        var mapped = hub.connectors.map(
                other,
                other.operation(APPLY),
                TestHouse.request(FUND, APPLY),
                new MappingContext(TestHouse.KEY, 1, hub.clock.instant(), ""));

        assertThat(mapped).isInstanceOfSatisfying(Mapped.Unmappable.class, why -> assertThat(why.reason())
                .contains("/gjj-request/number"));
        hub.connectors.retire(List.of());
    }

    @Test
    void sendsNothingWhoseNumberIsComputedAndComesOutEmpty() {
        var hub = by(BY_SERIAL);
        hub.serials = " ";
        try {
            assertThat(hub.call(FUND, "lien-query")).isInstanceOf(Unavailable.class);
            assertThat(ask(hub)).isInstanceOf(Unavailable.class);
        } finally {
            hub.serials = "%020d";
        }

        assertThat(EVENTS).isEmpty();
        assertThat(isEmpty()).isTrue();
    }

    /** Old acts are answered by the old rule and new ones by the new, and either revision may take the answer in. */
    @Test
    void findsAnAnswerByTheRuleOfWhicheverRevisionItsActWentBy() throws JMSException {
        var hub = by(BY_SERIAL);
        var old = hub.department(FUND);
        var next = TestHouse.in("by-correlation-id", old, endpoint(new Correlation.OwnId()));
        hub.connectors.prepare(List.of(next));
        hub.connectors.serve(List.of(next), Set.of());
        known = Set.of(SERIAL, TestHouse.CORRELATION);

        for (int i = 0; i < 4; i++) {
            var toOld = answer("<gjj-reply><serial>" + SERIAL + "</serial></gjj-reply>");
            toOld.setJMSCorrelationID("of the department's own");
            tell(toOld);
            var toNew = answer("<gjj-reply><serial>7</serial></gjj-reply>");
            toNew.setJMSCorrelationID(TestHouse.CORRELATION);
            tell(toNew);
        }

        await().until(() -> EVENTS.size() == 8);
        assertThat(EVENTS)
                .containsOnly("answered " + SERIAL, "answered " + TestHouse.CORRELATION)
                .filteredOn(("answered " + SERIAL)::equals)
                .hasSize(4);
        hub.connectors.serve(List.of(old), Set.of());
        hub.connectors.retire(List.of());
    }

    @TestFactory
    Stream<DynamicTest> waitsForTheAnswerOfAnInquiryUnderEachRule() {
        return Stream.of(new Correlation.MessageId(), new Correlation.Property("MSG_SEQ"), BY_SERIAL)
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
                    var hub = by(rule);
                    try (var own = fund.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                        answersTwiceAfterAStranger(own, rule);
                        assertThat(ask(hub)).isInstanceOf(Answered.class);
                        assertThat(ask(hub)).isInstanceOf(Answered.class);
                        // the second may have been told the first one's answer, which came twice
                        assertThat(EXPIRATIONS)
                                .as("nobody answers what nobody asks any more")
                                .isNotEmpty()
                                .allMatch(at -> at > 0);
                    }
                }));
    }

    private static DepartmentReply ask(TestHouse hub) {
        var department = hub.department(FUND);
        var sending = Sending.waiting(
                TestHouse.KEY, TestHouse.CORRELATION, TestHouse.request(FUND, "lien-query"), Duration.ofSeconds(10));
        return hub.connectors.call(
                department, department.operation("lien-query"), hub.message(FUND, "lien-query"), sending);
    }

    private void answersTwiceAfterAStranger(Session own, Correlation rule) throws JMSException {
        EXPIRATIONS.clear();
        own.createConsumer(own.createQueue(queue)).setMessageListener(request -> {
            try (var back = own.createProducer(request.getJMSReplyTo())) {
                EXPIRATIONS.add(request.getJMSExpiration());
                var asked = new String(request.getBody(byte[].class), GB18030);
                var serial = asked.replaceAll("(?s).*<serial>([0-9]+)</serial>.*", "$1");
                var document =
                        TestHouse.answer(FUND, "lien-query", "xml").replaceFirst("<serial>[0-9]+", "<serial>" + serial);
                var stranger = answer(own, document.replaceFirst("<serial>[0-9]+", "<serial>7"));
                stranger.setJMSCorrelationID("another");
                stranger.setStringProperty("MSG_SEQ", "another");
                back.send(stranger);
                for (int i = 0; i < 2; i++) {
                    var answer = answer(own, document);
                    switch (rule) {
                        case Correlation.Property(var name) ->
                            answer.setStringProperty(name, request.getStringProperty(name));
                        case Correlation.MessageId _ -> answer.setJMSCorrelationID(request.getJMSMessageID());
                        default -> {}
                    }
                    back.send(answer);
                }
            } catch (JMSException failure) {
                throw new AssertionError(failure);
            }
        });
    }
}
