package org.onewindow.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A client's end of its webhooks: keeps what comes in, and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile int status = 204;
    private volatile boolean hangs;
    private volatile Runnable meanwhile = () -> {};

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** One message as it came. */
    record Message(String id, String timestamp, String signature, String contentType, String body) {

        String type() {
            try {
                return Api.JSON.readTree(body).path("type").asText();
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }
    }

    static Receiver open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            var receiver = new Receiver(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    Receiver answers(int otherStatus) {
        status = otherStatus;
        return this;
    }

    Receiver hangs() {
        hangs = true;
        return this;
    }

    /** What happens while the next messages are being answered. */
    Receiver meanwhile(Runnable happening) {
        meanwhile = happening;
        return this;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        messages.add(new Message(
                String.valueOf(headers.getFirst("webhook-id")),
                String.valueOf(headers.getFirst("webhook-timestamp")),
                String.valueOf(headers.getFirst("webhook-signature")),
                String.valueOf(headers.getFirst("Content-Type")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        meanwhile.run();
        try (exchange) {
            if (hangs) {
                closing.await();
            }
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The messages about one case, given by its path. */
    List<Message> about(String path) {
        var number = path.substring("/v1/cases/".length());
        return messages.stream()
                .filter(message -> message.body().contains("\"subject\":\"" + number + "\""))
                .toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
