package org.onewindow.hub.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;

/** Hubs as processes of this machine, on one database and one broker that are processes of their own. */
final class TrialNodes implements AutoCloseable {

    /** Half a minute where the machine has nothing else to do. */
    private static final Duration READY = Duration.ofMinutes(6);

    private static final Pattern DATABASE_URL = Pattern.compile("HUB_DATABASE_URL='([^']+)'");
    private static final Path TREE =
            Path.of("src/test/resources/org/onewindow/hub/demo/nodes").toAbsolutePath();

    private final Path launcher = Path.of("../hub").toAbsolutePath().normalize();
    private final Path data = Path.of("target/nodes").toAbsolutePath();
    private final String city;
    private final int brokerPort = freePort();
    private final Map<String, HubApi> hubs = new LinkedHashMap<>();
    private final Map<String, Child> nodes = new HashMap<>();
    private final Deque<Child> services = new ArrayDeque<>();
    private final String databaseUrl;
    private Child broker;

    /** Everything runs, and every node is ready. */
    TrialNodes(String city, String... names) throws IOException {
        this.city = city;
        delete(data);
        Files.createDirectories(data);
        var database = service("database", Map.of("HUB_DATABASE_PORT", Integer.toString(freePort())));
        services.push(database);
        broker = startBroker();
        databaseUrl = Awaitility.await()
                .atMost(READY)
                .until(() -> DATABASE_URL.matcher(log("database")), Matcher::find)
                .group(1);
        Awaitility.await().atMost(READY).until(() -> log("broker").contains("HUB_BROKER_URL"));
        for (var name : names) {
            hubs.put(name, new HubApi(URI.create("http://127.0.0.1:" + freePort()), "en"));
            start(name);
        }
        for (var name : names) {
            awaitReady(name);
        }
    }

    private String log(String name) throws IOException {
        var file = data.resolve(name + ".log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    List<HubApi> hubs() {
        return List.copyOf(hubs.values());
    }

    HubApi hub(String name) {
        return Objects.requireNonNull(hubs.get(name), name);
    }

    private Child node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    /** A node of this name, again or for the first time. */
    void start(String name) throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("HUB_NODE", name);
        settings.put("HUB_PORT", Integer.toString(hub(name).base().getPort()));
        settings.put("HUB_DATA", data.resolve(name).toString());
        settings.put("HUB_CONFIG", TREE.toString());
        settings.put("HUB_SECRETS", data.resolve("secrets").toString());
        settings.put("HUB_CLOCK", data.resolve("clock").toString());
        settings.put("HUB_DATABASE_URL", databaseUrl);
        settings.put("HUB_BROKER_URL", "tcp://127.0.0.1:" + brokerPort);
        settings.put("HUB_PUBLIC_URL", hubs().getFirst().base().toString());
        settings.put("HUB_PROFILE", "development");
        settings.put("HUB_DRAIN", "5s");
        settings.put("HUB_HEAP", "384m");
        settings.put("NODES_CITY", city);
        nodes.put(name, Child.start(launcher, List.of("run"), settings, data.resolve(name + ".log")));
    }

    void awaitReady(String name) {
        Awaitility.await("node " + name)
                .atMost(READY)
                .pollInterval(Duration.ofMillis(200))
                .failFast("node " + name + " ended by itself", () -> !node(name).isAlive())
                .until(() -> isReady(name));
    }

    boolean isReady(String name) {
        return hub(name).isUp("/actuator/health/readiness");
    }

    /** As {@code kill -9}. */
    void kill(String name) throws InterruptedException {
        node(name).kill();
    }

    /** As {@code kill}: in order, and waits until it is gone. */
    void stop(String name) {
        node(name).close();
    }

    /** As {@code kill -STOP}. */
    void freeze(String name) throws IOException, InterruptedException {
        signal("STOP", name);
    }

    void thaw(String name) throws IOException, InterruptedException {
        signal("CONT", name);
    }

    void term(String name) throws IOException, InterruptedException {
        signal("TERM", name);
    }

    private void signal(String signal, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(node(name).pid()))
                .start()
                .waitFor();
    }

    void killBroker() throws InterruptedException {
        broker.kill();
    }

    void restartBroker() throws IOException {
        broker = startBroker();
    }

    private Child startBroker() throws IOException {
        return service("broker", Map.of("HUB_BROKER_PORT", Integer.toString(brokerPort)));
    }

    private Child service(String name, Map<String, String> more) throws IOException {
        var settings = new HashMap<>(more);
        settings.put("HUB_DATA", data.resolve("services").toString());
        settings.put("HUB_SECRETS", data.resolve("secrets").toString());
        settings.put("HUB_HEAP", "256m");
        return Child.start(launcher, List.of("services", name), settings, data.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var entries = Files.walk(folder)) {
                for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    /** Nodes first; nothing of them is worth waiting for, and one may be frozen. */
    @Override
    public void close() {
        for (var node : nodes.values()) {
            try {
                node.kill();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        broker.close();
        services.forEach(Child::close);
    }
}
