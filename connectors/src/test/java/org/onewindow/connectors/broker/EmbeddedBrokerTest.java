package org.onewindow.connectors.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** The broker in the hub's own process. */
@Isolated("it listens to a logger of the whole JVM")
final class EmbeddedBrokerTest {

    private static final String WORK = "dept.tax.work";
    private static final String EXPIRED = "hub.expired";
    private static final int KEPT = 100;
    private static final long WAIT_MILLIS = 10_000;

    @TempDir
    Path folder = Path.of("");

    private final Logger broker = (Logger) LoggerFactory.getLogger("org.apache.activemq.artemis");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        broker.addAppender(log);
    }

    @AfterEach
    void leave() {
        broker.detachAppender(log);
    }

    @Test
    void keepsTheLastHintsThatExpiredAndSaysNothingOfIt() throws Exception {
        try (var started = EmbeddedBroker.start(folder, 0, List.of())) {
            expire(started.connectionFactory(), KEPT + 20);

            try (var session = started.connectionFactory().createContext()) {
                var expired = session.createConsumer(session.createQueue(EXPIRED));
                for (int i = 20; i < KEPT + 20; i++) {
                    assertThat(expired.receiveBody(String.class, WAIT_MILLIS)).isEqualTo("step-" + i);
                }
                assertThat(expired.receiveNoWait()).isNull();
            }
        }

        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    /** Sends so many hints that nobody takes in time; a consumer that comes too late makes the broker see it. */
    private static void expire(ConnectionFactory connections, int hints) throws InterruptedException {
        try (JMSContext session = connections.createContext()) {
            var queue = session.createQueue(WORK);
            var producer = session.createProducer().setTimeToLive(1);
            for (int i = 0; i < hints; i++) {
                producer.send(queue, "step-" + i);
            }
            assertThat(session.createConsumer(queue).receive(50)).isNull();
        }
    }
}
