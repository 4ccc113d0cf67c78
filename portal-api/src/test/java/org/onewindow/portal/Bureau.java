package org.onewindow.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The public security bureau as a test wants it: one household register, of whomever it says. */
final class Bureau {

    /** The database outlives a run. */
    static final String NUMBER = "H" + UUID.randomUUID();

    static final AtomicInteger QUESTIONS = new AtomicInteger();

    private static final HttpServer SERVER = start();
    private static final String CERTIFICATE = "0123456789abcdef0123456789abcdef";

    private static volatile int status = 200;
    private static volatile String number = NUMBER;
    private static volatile int certificates = 1;
    private static volatile String holder = "";
    private static volatile String address = "";
    private static volatile String issued = "";
    private static volatile String others = "";
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    private Bureau() {}

    static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** From now on it has this register, of this person. */
    static void has(String whose, String where) {
        status = 200;
        number = NUMBER;
        certificates = 1;
        issued = "\"2006-06-01\"";
        holder = whose;
        others = "";
        address = where;
        gate = new CountDownLatch(0);
    }

    /** Its answers wait until it speaks, a second each at most. */
    static void hesitates() {
        gate = new CountDownLatch(1);
    }

    static void speaks() {
        gate.countDown();
    }

    /** Another than the one of all tests. */
    static void numbersIt(String other) {
        number = other;
    }

    /** Every question is answered with this. */
    static void refuses(int with) {
        status = with;
    }

    /** It finds the same so many times. */
    static void finds(int many) {
        certificates = many;
    }

    /** Somebody with this passport holds it too. */
    static void alsoNames(String passport) {
        others = ", {\"name\": \"某人\", \"idType\": \"passport\", \"idNumber\": \"%s\"}".formatted(passport);
    }

    static void forgetsTheDay() {
        issued = "null";
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Bureau::answer);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            QUESTIONS.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            hesitate();
            boolean search = exchange.getRequestMethod().equals("POST");
            var body = (search ? found() : register()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void hesitate() {
        try {
            var _ = gate.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String found() {
        var one = "{\"certificateId\": \"%s\", \"number\": \"%s\"}".formatted(CERTIFICATE, number);
        return "{\"certificates\": [%s]}"
                .formatted(holder.isEmpty() ? "" : String.join(", ", Collections.nCopies(certificates, one)));
    }

    private static String register() {
        return """
                {"number": "%s", "state": "in-force", "issuedOn": %s, "address": "%s", "members": [{"name": "张铭", "relation": "户主"}],
                 "holders": [{"name": "张铭", "idType": "resident-id", "idNumber": "%s"}%s]}"""
                .formatted(number, issued, address, holder, others);
    }
}
