package org.onewindow.connectors.probe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * What a department shows at an address.
 *
 * @param bytes bounded; none unless the status is 200
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shown(int status, byte[] bytes) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    static Shown at(HttpClient http, URI place) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var bytes = answer.statusCode() == OK ? body.readNBytes(MOST_BYTES) : new byte[0];
            return new Shown(answer.statusCode(), bytes);
        }
    }
}
