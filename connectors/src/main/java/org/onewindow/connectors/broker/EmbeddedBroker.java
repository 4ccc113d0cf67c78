package org.onewindow.connectors.broker;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The city's message broker in the hub's own process: Artemis with its journal on disk, one for a data directory.
 *
 * <p>The hub itself connects in the VM; departments over TCP on 127.0.0.1, each to its own addresses only. There is no OpenWire, no STOMP
 * and no management over messages.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);
    private static final String HUB = "hub";
    private static final String EVERYWHERE = "#";
    private static final long ADDRESS_BYTES_MAX = 32L << 20;
    private static final String EXPIRED = "hub.expired";
    private static final long EXPIRED_KEPT = 100;

    private final EmbeddedActiveMQ server;
    private final ActiveMQConnectionFactory connections;

    private EmbeddedBroker(EmbeddedActiveMQ server, ActiveMQConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Starts it; a journal that is there is read again.
     *
     * @param port where departments connect; 0: they cannot
     */
    public static EmbeddedBroker start(Path journal, int port, List<BrokerUser> users) throws Exception {
        int id = NEXT_ID.getAndIncrement();
        var password = randomPassword();
        var server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration(journal, id, port, users));
        server.setSecurityManager(
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), logins(password, users)));
        server.start();
        if (!server.getActiveMQServer().isActive()) {
            throw new IllegalStateException("the embedded broker did not start; the log above this says why");
        }
        var connections = new ActiveMQConnectionFactory("vm://" + id, HUB, password);
        connections.setDeserializationDenyList("*");
        connections.setConsumerWindowSize(0);
        return new EmbeddedBroker(server, connections);
    }

    /** For the hub's own connections; pool or cache them. Consumers take one message at a time, so that idle ones get work first. */
    public ConnectionFactory connectionFactory() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the embedded broker did not stop in order; its journal is safe", failure);
        }
    }

    private static Configuration configuration(Path journal, int id, int port, List<BrokerUser> users)
            throws Exception {
        var configuration = new ConfigurationImpl()
                .setName("one-window-hub")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(journal.resolve("journal").toString())
                .setBindingsDirectory(journal.resolve("bindings").toString())
                .setPagingDirectory(journal.resolve("paging").toString())
                .setLargeMessagesDirectory(journal.resolve("large").toString())
                .setNodeManagerLockDirectory(journal.resolve("lock").toString())
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                // the broker writes into each message who sent it: JMSXUserID
                .setPopulateValidatedUser(true)
                .addAcceptorConfiguration(
                        new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", id)));
        if (port != 0) {
            configuration.addAcceptorConfiguration(new TransportConfiguration(
                    NettyAcceptorFactory.class.getName(),
                    Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE"),
                    "departments"));
        }
        configuration.addAddressSetting("#", addressSettings());
        configuration.addAddressConfiguration(expired());
        configuration.addAddressSetting(
                "*.*.*.NODE.#",
                addressSettings()
                        .setAutoDeleteQueues(true)
                        .setAutoDeleteAddresses(true)
                        .setAutoDeleteQueuesMessageCount(-1));
        configuration.addAddressSetting(ClientQueues.SUBMISSIONS, untilTaken());
        configuration.addQueueConfiguration(
                QueueConfiguration.of(ClientQueues.SUBMISSIONS).setRoutingType(RoutingType.ANYCAST));
        roles(users).forEach(configuration::putSecurityRoles);
        return configuration;
    }

    /** Hints expire by intent; the last ones are kept, for whoever looks. */
    private static CoreAddressConfiguration expired() {
        return new CoreAddressConfiguration()
                .setName(EXPIRED)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(EXPIRED)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setRingSize(EXPIRED_KEPT));
    }

    /** Who may do what, by address; the more exact address counts alone, so that whoever may go everywhere is named at each. */
    private static Map<String, Set<Role>> roles(List<BrokerUser> users) {
        var roles = new TreeMap<String, Set<Role>>();
        roles.put(EVERYWHERE, hubAnd());
        for (var user : users) {
            user.addresses().forEach(address -> roles.computeIfAbsent(address, _ -> hubAnd())
                    .add(everything(user.name())));
            user.sendsTo().forEach(address -> roles.computeIfAbsent(address, _ -> hubAnd())
                    .add(sending(user.name())));
        }
        users.stream().filter(user -> user.addresses().contains(EVERYWHERE)).forEach(user -> roles.values()
                .forEach(all -> all.add(everything(user.name()))));
        return roles;
    }

    private static Set<Role> hubAnd() {
        return new HashSet<>(Set.of(everything(HUB)));
    }

    /** A submission waits for a database that is away, however long; what is wrong with one is an answer, not a failure. */
    private static AddressSettings untilTaken() {
        return addressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000);
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(4)
                .setRedeliveryDelay(200)
                .setRedeliveryMultiplier(2)
                .setDeadLetterAddress(SimpleString.of("hub.dead-letters"))
                .setAutoCreateDeadLetterResources(true)
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setMaxSizeBytes(ADDRESS_BYTES_MAX)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    /** On the addresses it is given for: send, consume, make queues; never manage. */
    private static Role everything(String name) {
        return new Role(name, true, true, true, true, true, true, false, true, true, true, false, false);
    }

    /** Send and nothing else. */
    private static Role sending(String name) {
        return new Role(name, true, false, false, false, false, false, false, false, false, false, false, false);
    }

    private static SecurityConfiguration logins(String hubPassword, List<BrokerUser> users) {
        var logins = new SecurityConfiguration();
        logins.addUser(HUB, hubPassword);
        logins.addRole(HUB, HUB);
        for (var user : users) {
            logins.addUser(user.name(), user.password());
            logins.addRole(user.name(), user.name());
        }
        return logins;
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
