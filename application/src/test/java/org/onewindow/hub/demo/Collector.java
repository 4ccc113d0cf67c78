package org.onewindow.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where traces are sent to: keeps what came, as it came. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> came = new ConcurrentLinkedQueue<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            came.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().values() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All of it; text in it is readable, whatever stands around it. */
    String said() {
        return String.join("\n", came);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
