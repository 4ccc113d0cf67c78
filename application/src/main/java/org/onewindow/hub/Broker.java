package org.onewindow.hub;

import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.onewindow.connectors.broker.BrokerUser;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** The message broker: the hub's own, or the city's that is configured. It may lose everything; the database has the truth. */
final class Broker {

    /** The name of a hub's node at a broker outside of it. */
    static final String NODE = "node";

    private static final SecretReference FUND_PASSWORD = new SecretReference("housing-fund/password");

    private final @Nullable EmbeddedBroker server;
    private final ConnectionFactory connections;

    private Broker(@Nullable EmbeddedBroker server, ConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    static Broker open(HubSettings settings, Secrets secrets) throws Exception {
        if (settings.embeddedBroker()) {
            var server = EmbeddedBroker.start(
                    settings.data().resolve("broker"), settings.brokerPort(), departments(secrets));
            return new Broker(server, server.connectionFactory());
        }
        var remote = new ActiveMQConnectionFactory(settings.brokerUrl());
        if (secrets.has(OwnSecret.BROKER_PASSWORD)) {
            remote.setUser(NODE);
            remote.setPassword(secrets.value(OwnSecret.BROKER_PASSWORD));
        }
        remote.setDeserializationDenyList("*");
        remote.setConsumerWindowSize(0);
        return new Broker(null, remote);
    }

    /** Who may connect from outside: the housing fund, to its own queues and to where it answers the hub; client systems, to hand in. */
    static List<BrokerUser> departments(Secrets secrets) {
        var users = new ArrayList<BrokerUser>();
        if (secrets.has(FUND_PASSWORD)) {
            users.add(new BrokerUser("gjj", secrets.value(FUND_PASSWORD), List.of("GJJ.#", "HUB.GJJ.#")));
        }
        users.addAll(ClientSystems.users(secrets));
        return users;
    }

    ConnectionFactory connections() {
        return connections;
    }

    void close() throws Exception {
        if (connections instanceof AutoCloseable remote && server == null) {
            remote.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
