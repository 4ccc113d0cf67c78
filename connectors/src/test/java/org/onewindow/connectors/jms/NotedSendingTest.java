package org.onewindow.connectors.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQUnBlockedException;
import org.junit.jupiter.api.Test;
import org.onewindow.connectors.line.Heard;

/** What is known of a message when the broker is lost in the middle of taking it. */
final class NotedSendingTest {

    private static final NotedSending.Way WAY = new NotedSending.Way("REQ", "RSP", true);
    private static final QueueMessage MESSAGE =
            new QueueMessage(new byte[] {1}, "c0ffee", Map.of(), Duration.ofSeconds(1));

    /** A broker whose client fails with a lost connection in one of its calls. */
    private static ConnectionFactory lostIn(String call) {
        return (ConnectionFactory) part(ConnectionFactory.class, call);
    }

    private static Object part(Class<?> type, String call) {
        return Proxy.newProxyInstance(
                NotedSendingTest.class.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
                    if (call.equals(type.getSimpleName() + "." + method.getName())) {
                        throw lost();
                    }
                    var returned = method.getReturnType();
                    return returned == String.class ? "ID:1" : returned.isInterface() ? part(returned, call) : null;
                });
    }

    private static JMSException lost() {
        var lost = new JMSException("lost");
        lost.initCause(new ActiveMQNotConnectedException("the channel is closed"));
        return lost;
    }

    private static Heard sent(ConnectionFactory broker) {
        var failure = catchThrowable(() -> new NotedSending(broker, WAY, (_, _) -> true).send(MESSAGE));
        return Failed.heard(failure);
    }

    @Test
    void isInDoubtFromTheCommitOn() {
        var doubt = Heard.doubt("the message broker did not take the message in for certain");

        assertThat(sent(lostIn("Session.commit"))).isEqualTo(doubt);
        assertThat(sent(lostIn("Session.close")))
                .as("which may be all that failed")
                .isEqualTo(doubt);
    }

    @Test
    void hasSurelySentNothingBeforeIt() {
        for (var call : List.of(
                "ConnectionFactory.createConnection",
                "Connection.createSession",
                "Session.createProducer",
                "MessageProducer.send")) {
            assertThat(sent(lostIn(call)))
                    .as(call)
                    .asString()
                    .contains("Unavailable")
                    .doesNotContain("Uncertain");
        }
    }

    @Test
    void isInDoubtWhenTheLineBreaksWhileTheBrokerTakesItIn() {
        var broken = new ActiveMQUnBlockedException("the connection failed in a blocking call");
        broken.initCause(new ActiveMQNotConnectedException("the channel is closed"));

        assertThat(Failed.heard(new IllegalStateException(broken)))
                .isEqualTo(Heard.doubt("the message broker did not take the message in for certain"));
    }
}
