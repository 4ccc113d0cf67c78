package org.onewindow.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.Secrets;
import org.onewindow.connectors.broker.BrokerUser;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** The embedded database and broker alone, for several hubs on one machine: prints what to tell them. */
final class Services {

    private static final int DATABASE_PORT = 5432;
    private static final int BROKER_PORT = 61616;

    private Services() {}

    public static void main(String[] arguments) throws Exception {
        var env = System.getenv();
        var data = Path.of(env.getOrDefault("HUB_DATA", "data")).toAbsolutePath();
        var secretFiles =
                Path.of(env.getOrDefault("HUB_SECRETS", data.resolve("secrets").toString()));
        Files.createDirectories(data);
        var password = OwnSecret.made(OwnSecret.BROKER_PASSWORD, secretFiles);
        var users = new ArrayList<>(Broker.departments(Secrets.in(secretFiles)));
        users.add(new BrokerUser(Broker.NODE, password, List.of("#")));
        var stop = new CountDownLatch(1);
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, main)));
        try (var database =
                        PostgresServer.start(data.resolve("postgres"), port(env, "HUB_DATABASE_PORT", DATABASE_PORT));
                var _ = EmbeddedBroker.start(
                        data.resolve("broker"), port(env, "HUB_BROKER_PORT", BROKER_PORT), users)) {
            System.out.printf(
                    "HUB_DATABASE_URL='%s?user=%s&password=%s'%n",
                    database.jdbcUrl(), database.user(), database.password());
            System.out.printf(
                    "HUB_BROKER_URL='tcp://127.0.0.1:%d' HUB_SECRETS='%s'%n",
                    port(env, "HUB_BROKER_PORT", BROKER_PORT), secretFiles);
            stop.await();
        }
    }

    private static void stop(CountDownLatch stop, Thread main) {
        stop.countDown();
        try {
            main.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static int port(Map<String, String> env, String name, int usual) {
        return Integer.parseInt(env.getOrDefault(name, Integer.toString(usual)));
    }
}
