package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.StepState;
import org.onewindow.cases.messages.Masked;
import org.onewindow.cases.store.AnswerNumbers;
import org.onewindow.cases.store.MessageSearch;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.connectors.QueueReplyListener;

/** Acts whose answers come by queue and bear their messages' ids, with the real machine, store and broker. */
class QueueAnswersTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String DONE = "<done/>";
    private static final MessageSearch UNMATCHED =
            new MessageSearch(null, null, null, "bureau", "unmatched", MessageSearch.FAILED, null, null);

    @TempDir
    static Path folder = Path.of("");

    private static Town town;
    private static Connection bureau;
    private static Session session;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(folder);
        town.connectors.onQueueReply(answers(town.replies::fromQueue, town.database, () -> true));
        bureau = town.broker.connectionFactory().createConnection();
        session = bureau.createSession(false, Session.AUTO_ACKNOWLEDGE);
        bureau.start();
    }

    private static QueueAnswers answers(QueueReplyListener listener, DataSource database, BooleanSupplier running) {
        var untilBack = new UntilBack(Duration.ofMinutes(1), Duration.ofMillis(1), running);
        return new QueueAnswers(listener, new AnswerNumbers(database, Clock.systemUTC()), untilBack);
    }

    @AfterAll
    static void close() throws JMSException {
        bureau.close();
        town.close();
    }

    private static Message messageOf(CaseNumber number) throws JMSException {
        try (var consumer = session.createConsumer(session.createQueue("BUREAU.REQ"))) {
            while (true) {
                var message = consumer.receive(10_000);
                assertThat(message).as("a message of " + number).isNotNull();
                if (new String(message.getBody(byte[].class), GB18030).contains(number.text())) {
                    return message;
                }
            }
        }
    }

    private static void answer(String correlation, String text) throws JMSException {
        var answer = session.createBytesMessage();
        answer.writeBytes(text.getBytes(GB18030));
        answer.setJMSCorrelationID(correlation);
        session.createProducer(session.createQueue("HUB.BUREAU.RSP")).send(answer);
    }

    private static long seen(CaseNumber number) {
        return town.count("select count(*) from reply_seen where number = '" + number.text() + "'");
    }

    private static long unmatched() {
        return town.count("select count(*) from exchange where operation = 'unmatched'");
    }

    private static void becomes(CaseNumber number, StepState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> town.step(number).state() == state);
    }

    @Test
    void isDoneWhenTheAnswerBearsItsMessagesIdAndADoubleChangesNothing() throws JMSException {
        var number = town.open("booking");
        var id = messageOf(number).getJMSMessageID();

        answer(id, DONE);
        becomes(number, StepState.DONE);
        answer(id, DONE);
        answer("ID:stranger", "<last/>");

        await().until(() -> unmatched() > 0);
        assertThat(seen(number)).isEqualTo(1);
        assertThat(town.step(number).state()).isEqualTo(StepState.DONE);
    }

    /** The office's folder is not there, so that the case stays open. */
    @Test
    void takesTheSameBytesForTheUndoingToo() throws JMSException {
        var number = town.open("booking");
        answer(messageOf(number).getJMSMessageID(), DONE);
        becomes(number, StepState.DONE);

        town.withdraw(number);
        answer(messageOf(number).getJMSMessageID(), DONE);

        becomes(number, StepState.UNDONE);
        assertThat(seen(number)).isEqualTo(2);
    }

    @Test
    void isDoneOneWayWhenItsMessageIsInTheQueueAndAnAnswerChangesNothing() throws JMSException {
        var number = town.open("notice");

        var message = messageOf(number);
        becomes(number, StepState.DONE);
        answer(message.getJMSMessageID(), "<thanks/>");

        await().until(() -> seen(number) == 1);
        assertThat(town.step(number).state()).isEqualTo(StepState.DONE);
    }

    /** Longer than the broker tries: four times within a second and a half. */
    @Test
    void waitsForADatabaseThatIsStartedAgain() {
        var tries = new AtomicInteger();
        var answers = answers(awayUntil(6, tries), noDatabase(), () -> true);

        answers.replied("bureau", "ID:1", Map.of(), new byte[0]);

        assertThat(tries).hasValue(6);
        assertThatThrownBy(() -> answers.expect("bureau", "ID:1", "c"))
                .as("a message that has not left is not held up")
                .isInstanceOf(StoreAway.class);
    }

    @Test
    void holdsNoNodeUpThatIsStopped() {
        var tries = new AtomicInteger();
        var answers = answers(awayUntil(6, tries), noDatabase(), () -> false);

        assertThatThrownBy(() -> answers.replied("bureau", "ID:1", Map.of(), new byte[0]))
                .isInstanceOf(StoreAway.class);
        assertThat(tries).hasValue(1);
    }

    private static QueueReplyListener awayUntil(int last, AtomicInteger tries) {
        var away = new AnswerNumbers(noDatabase(), Clock.systemUTC());
        return (department, correlation, _, _) -> {
            if (tries.incrementAndGet() < last) {
                away.expect(department, correlation, correlation);
            }
        };
    }

    @Test
    void keepsWhyTheDepartmentCouldNotReadAMessageThatBelongsToNoStep() {
        var sent = "<entry/>".getBytes(GB18030);

        town.replies.fromQueue("bureau", "ID:nobody", Map.of(QueueReplyListener.UNREADABLE, "no bean"), sent);

        var kept = town.messages.search(UNMATCHED, null, 1).getFirst();
        var steps = town.messages
                .reveal(kept.id(), "lin", "what the bureau could not read")
                .orElseThrow()
                .steps();
        assertThat(steps).asString().contains("no bean").contains("<entry/>");
    }

    private static DataSource noDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                QueueAnswersTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> {
                    throw new SQLTransientConnectionException("away");
                });
    }

    @Test
    void keepsAnAnswerThatNobodyFindsForAPersonAndLeavesTheActInDoubt() throws JMSException {
        var number = town.open("booking");
        var id = messageOf(number).getJMSMessageID();
        var before = unmatched();

        answer("", "<done><name>张铭</name></done>");

        becomes(number, StepState.UNCERTAIN);
        assertThat(unmatched()).isEqualTo(before + 1);
        var kept = town.messages.search(UNMATCHED, null, 1).getFirst();
        assertThat(kept.number()).isNull();
        assertThat(kept.cause()).isEqualTo("no-step-waits-for-it");
        assertThat(town.messages.show(kept.id()).orElseThrow().steps())
                .extracting(Masked.Steps::heard)
                .asString()
                .contains("<done>")
                .doesNotContain("张铭");
        assertThat(town.messages
                        .reveal(kept.id(), "lin", "an answer that nobody waits for")
                        .orElseThrow()
                        .steps())
                .extracting(Masked.Steps::heard)
                .asString()
                .contains("张铭");
        assertThat(town.count("select count(*) from task where number = '" + number.text() + "'"))
                .isEqualTo(1);

        answer(id, DONE);
        becomes(number, StepState.DONE);
    }
}
