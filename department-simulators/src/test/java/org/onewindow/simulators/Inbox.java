package org.onewindow.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onewindow.simulators.wire.Json;

/** Where callbacks and notifications arrive: a real server that answers as it is told. */
final class Inbox implements AutoCloseable {

    private final HttpServer server;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    volatile int status = 204;

    record Letter(Map<String, String> headers, String body) {}

    Inbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::take);
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/replies/here";
    }

    List<Letter> letters() {
        return List.copyOf(letters);
    }

    List<String> field(String name) {
        return letters.stream()
                .map(letter -> Json.read(letter.body).orElseThrow().path(name).asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            letters.add(new Letter(headers, body));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
