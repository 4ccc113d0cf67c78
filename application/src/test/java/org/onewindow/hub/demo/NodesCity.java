package org.onewindow.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.onewindow.hub.client.HubApi;

/**
 * The departments of {@code nodes/departments}, each true to the effect class it declares, with a ledger of what they did.
 *
 * <p>Planning and fire brigade know keys; urban management does what it is told each time, but can be asked; the archive does what it is
 * told and cannot be asked.
 */
final class NodesCity implements AutoCloseable {

    private static final Set<String> KNOW_KEYS = Set.of("planning", "fire-safety");
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random chance = new Random(7);
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> effects = new ConcurrentHashMap<>();

    private NodesCity(HttpServer server) {
        this.server = server;
    }

    static NodesCity open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var city = new NodesCity(server);
        server.setExecutor(city.threads);
        server.createContext("/", city::serve);
        server.start();
        return city;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often the department had this effect for the case. */
    int effects(String path, String caseNumber) {
        return effects.getOrDefault(path + " " + caseNumber, 0);
    }

    int effects() {
        return effects.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1);
            answer(exchange, exchange.getRequestMethod().equals("GET") ? find(path) : act(path, exchange));
        }
    }

    private String find(String path) {
        pause();
        return "{\"happened\": " + keys.contains(path) + "}";
    }

    /** A line that is cut before the effect does not prevent it. */
    private String act(String path, HttpExchange exchange) throws IOException {
        var asked = HubApi.JSON.readTree(exchange.getRequestBody());
        pause();
        boolean isNew = keys.add(path + "/" + asked.path("key").asText());
        if (isNew || !KNOW_KEYS.contains(path.substring(0, path.indexOf('/')))) {
            effects.merge(path + " " + asked.path("caseNumber").asText(), 1, Integer::sum);
        }
        pause();
        return "{}";
    }

    /** The work itself, so that whoever is killed has calls in hand. */
    private void pause() {
        long nanos;
        synchronized (chance) {
            nanos = chance.nextLong(LONGEST_PAUSE.toNanos());
        }
        LockSupport.parkNanos(nanos);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
