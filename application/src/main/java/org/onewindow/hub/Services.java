package org.onewindow.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.config.Secrets;
import org.onewindow.connectors.broker.BrokerUser;
import org.onewindow.connectors.broker.EmbeddedBroker;

/**
 * The embedded database and broker alone, for several hubs on one machine: prints what to tell them.
 *
 * <p>{@code ./hub services} runs both, {@code ./hub services database} or {@code ./hub services broker} one of them, so that the other
 * goes on when it is killed.
 */
final class Services {

    private static final String DATABASE = "database";
    private static final String BROKER = "broker";
    private static final int DATABASE_PORT = 5432;
    private static final int BROKER_PORT = 61616;
    private static final int BAD_INPUT = 2;

    private Services() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 ? Set.of(DATABASE, BROKER) : Set.of(arguments[0]);
        if (arguments.length > 1 || !Set.of(DATABASE, BROKER).containsAll(wanted)) {
            System.err.println(
                    "./hub services runs both; ./hub services database or ./hub services broker one of them");
            System.exit(BAD_INPUT);
        }
        run(wanted, System.getenv());
    }

    private static void run(Set<String> wanted, Map<String, String> env) throws Exception {
        var data = Path.of(env.getOrDefault("HUB_DATA", "data")).toAbsolutePath();
        var secretFiles =
                Path.of(env.getOrDefault("HUB_SECRETS", data.resolve("secrets").toString()));
        Files.createDirectories(data);
        var stop = new CountDownLatch(1);
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, main)));
        try (var database = wanted.contains(DATABASE) ? database(env, data) : null;
                var broker = wanted.contains(BROKER) ? broker(env, data, secretFiles) : null) {
            if (database != null) {
                System.out.printf(
                        "HUB_DATABASE_URL='%s?user=%s&password=%s'%n",
                        database.jdbcUrl(), database.user(), database.password());
            }
            if (broker != null) {
                System.out.printf(
                        "HUB_BROKER_URL='tcp://127.0.0.1:%d' HUB_SECRETS='%s'%n",
                        port(env, "HUB_BROKER_PORT", BROKER_PORT), secretFiles);
            }
            stop.await();
        }
    }

    private static PostgresServer database(Map<String, String> env, Path data) {
        return PostgresServer.start(data.resolve("postgres"), port(env, "HUB_DATABASE_PORT", DATABASE_PORT));
    }

    private static EmbeddedBroker broker(Map<String, String> env, Path data, Path secretFiles) throws Exception {
        var password = OwnSecret.made(OwnSecret.BROKER_PASSWORD, secretFiles);
        var users = new ArrayList<>(Broker.departments(Secrets.in(secretFiles)));
        users.add(new BrokerUser(Broker.NODE, password, List.of("#")));
        return EmbeddedBroker.start(data.resolve("broker"), port(env, "HUB_BROKER_PORT", BROKER_PORT), users);
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
