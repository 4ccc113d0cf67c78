package org.onewindow.simulators.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All faces on one port of the loopback interface, told apart by the first segment of the path. */
public final class HttpFaces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFaces.class);

    /** A refused body is still read this far, so that the caller sees the answer and not a reset. */
    private static final long DRAIN = 64L << 20;

    /** Answers leave at once; kept connections are not closed under a caller who pauses for a minute. */
    private static final Map<String, String> SERVER_PROPERTIES =
            Map.of("sun.net.httpserver.nodelay", "true", "sun.net.httpserver.idleInterval", "600");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpFaces(HttpServer server) {
        this.server = server;
    }

    /** Port 0 takes a free one. */
    public static HttpFaces start(int port, Map<String, Face> faces) {
        SERVER_PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            var open = new HttpFaces(server);
            faces.forEach((prefix, face) -> server.createContext(prefix, exchange -> serve(exchange, face)));
            server.setExecutor(open.threads);
            server.start();
            return open;
        } catch (IOException failure) {
            throw new UncheckedIOException("port " + port + " cannot be opened", failure);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private static void serve(HttpExchange exchange, Face face) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    read(exchange.getRequestBody(), face.bodyLimit()));
            send(exchange, face.reply(request));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("the simulator itself failed", bug);
            send(exchange, Reply.of(Answer.of(500, "text/plain", "simulator bug: " + bug)));
        }
    }

    private static Request.Body read(InputStream body, int limit) throws IOException {
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length <= limit) {
            return new Request.Body(bytes, false);
        }
        long drained = 0;
        var rest = new byte[1 << 16];
        for (int n = body.read(rest); n >= 0 && drained < DRAIN; n = body.read(rest)) {
            drained += n;
        }
        return new Request.Body(new byte[0], true);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Whole(var answer) -> {
                var bytes = start(exchange, answer);
                exchange.getResponseBody().write(bytes);
            }
            case Reply.Half(var answer) -> {
                var bytes = start(exchange, answer);
                var out = exchange.getResponseBody();
                out.write(Arrays.copyOf(bytes, bytes.length / 2));
                out.flush();
            }
            case Reply.Cut() -> {}
        }
    }

    private static byte[] start(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        return bytes;
    }
}
