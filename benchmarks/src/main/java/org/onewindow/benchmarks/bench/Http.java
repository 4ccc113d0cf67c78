package org.onewindow.benchmarks.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Single requests to the bench's own children. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

    private Http() {}

    static HttpResponse<String> send(int port, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER_WITHIN)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** The body of a good answer; anything else is an {@link IOException}. */
    static String text(int port, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var answer = send(port, method, path, body, headers);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    static boolean answers(int port, String path) throws InterruptedException {
        try {
            return send(port, "GET", path, "").statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether anything answers, whatever it says. */
    static boolean listens(int port) throws InterruptedException {
        try {
            return send(port, "POST", "/", "{}").statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
