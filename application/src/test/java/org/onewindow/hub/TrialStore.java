package org.onewindow.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** As much of S3 as the hub asks for, with one bucket in memory; a real one stands in the licence store's own tests. */
public final class TrialStore implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    /** What every request is refused with; empty: none is. */
    private volatile String refusal = "";

    public TrialStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, exchange.getRequestBody().readAllBytes());
            }
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub-blobs";
    }

    /** From now on it says 403, and calls it so. */
    public void refuse(String code) {
        refusal = code;
    }

    /** The keys to it, as secret files. */
    public static void writeKeys(Path secrets) throws IOException {
        var folder = Files.createDirectories(secrets.resolve("blobs"));
        Files.writeString(folder.resolve("access-key"), "trial-access");
        Files.writeString(folder.resolve("secret-key"), "trial-secret-word");
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        var key = exchange.getRequestURI().getPath();
        if (!refusal.isEmpty()) {
            answer(exchange, 403, error(refusal));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                answer(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                var found = key.chars().filter(one -> one == '/').count() == 1 ? list() : objects.get(key);
                answer(exchange, found == null ? 404 : 200, found == null ? error("NoSuchKey") : found);
            }
        }
    }

    private byte[] list() {
        return objects.keySet().stream()
                .map(key -> "<Contents><Key>" + key.substring("/hub-blobs/".length()) + "</Key></Contents>")
                .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"))
                .getBytes(UTF_8);
    }

    private static byte[] error(String code) {
        return ("<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
