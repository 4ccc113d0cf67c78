package org.onewindow.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A department over real HTTP that can be away, and keeps a ledger of what it did. */
final class Archive implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern CASE = Pattern.compile("\"caseNumber\"\\s*:\\s*\"([^\"]+)\"");

    final AtomicInteger calls = new AtomicInteger();
    final List<String> keys = new CopyOnWriteArrayList<>();
    final List<String> cases = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    volatile boolean away;

    Archive() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/archive/entries", this::entry);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void entry(HttpExchange http) throws IOException {
        calls.incrementAndGet();
        var body = new String(http.getRequestBody().readAllBytes(), UTF_8);
        if (away) {
            answer(http, 503, "{}");
            return;
        }
        synchronized (this) {
            keys.add(first(KEY, body));
            cases.add(first(CASE, body));
        }
        answer(http, 200, "{\"entryNumber\": \"DA-" + keys.size() + "\"}");
    }

    private static String first(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static void answer(HttpExchange http, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
