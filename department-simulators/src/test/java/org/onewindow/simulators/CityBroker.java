package org.onewindow.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/** The city's broker, embedded, on a port that stays the same when it is stopped and started. */
final class CityBroker implements AutoCloseable {

    private static final List<String> RIGHTS = List.of(
            "send",
            "consume",
            "browse",
            "createAddress",
            "createDurableQueue",
            "createNonDurableQueue",
            "deleteNonDurableQueue");

    private final int port = freePort();
    private @Nullable EmbeddedActiveMQ server;

    CityBroker() {
        start();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    void start() {
        try {
            var users = new SecurityConfiguration(Map.of("gjj", "trial-gjj"), Map.of("gjj", List.of("departments")));
            var starting = new EmbeddedActiveMQ()
                    .setConfiguration(configuration())
                    .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
            starting.start();
            server = starting;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Without a word to anybody, and without its journal: nothing of it is left. */
    void stop() {
        try {
            if (server != null) {
                server.stop();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Configuration configuration() throws Exception {
        var configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setJournalType(JournalType.NIO)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", new AddressSettings())
                .addAcceptorConfiguration("city", url());
        var roles = new Properties();
        for (var right : RIGHTS) {
            roles.setProperty("securityRoles.\"#\".departments." + right, "true");
        }
        configuration.parsePrefixedProperties(roles, null);
        return configuration;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
