package org.onewindow.connectors.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of several nodes and a department, each with a login of its own. */
final class BrokerRolesTest {

    @TempDir
    Path journal = Path.of("");

    private EmbeddedBroker broker;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = freePort();
        var fund = new BrokerUser("gjj", "fund's password", List.of("GJJ.#", "HUB.GJJ.#"));
        broker = EmbeddedBroker.start(
                journal, port, List.of(fund, new BrokerUser("node", "nodes' password", List.of("#"))));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JMSContext as(String user, String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createContext(user, password);
    }

    @Test
    void letsNodesReachWhatBelongsToADepartmentToo() {
        try (var fund = as("gjj", "fund's password");
                var node = as("node", "nodes' password")) {
            fund.createProducer().send(fund.createQueue("HUB.GJJ.RSP"), "answer");

            var answers = node.createConsumer(node.createQueue("HUB.GJJ.RSP"));
            assertThat(answers.receiveBody(String.class, 5_000)).isEqualTo("answer");
        }
    }

    @Test
    void keepsADepartmentFromTheHubsOwnQueues() {
        try (var fund = as("gjj", "fund's password")) {
            assertThatThrownBy(() -> fund.createConsumer(fund.createQueue("hub.check")))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }
}
