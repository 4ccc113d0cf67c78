package org.onewindow.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.onewindow.simulators.wire.Json;

/** The simulators on a free port with a clock in the test's hands, and a plain HTTP client. */
final class Trial implements AutoCloseable {

    static final Path CITY = Path.of("..", "config", "demo", "city.yaml");

    final HandClock clock = new HandClock();
    final Simulators simulators;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Trial() {
        this(Settings.onFreePort(CITY).withReview(Duration.ofHours(8)));
    }

    Trial(Settings settings) {
        simulators = Simulators.start(settings, clock);
    }

    /** One exchange; throws {@link UncheckedIOException} where no whole answer comes. */
    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        return send(method, path, headers, body, Duration.ofSeconds(20));
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body, Duration patience) {
        var request = HttpRequest.newBuilder(uri(path))
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), "");
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    void mode(String target, String json) {
        var answer = send("PUT", "/sim/modes/" + target, Map.of(), json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** The kinds of all effects of one department, in order. */
    List<String> effects(String department) {
        return texts(json(get("/sim/ledger?department=" + department)), "kind");
    }

    /** The outcomes of all calls of one department, in order. */
    List<String> outcomes(String department) {
        return texts(json(get("/sim/calls?department=" + department)), "outcome");
    }

    URI uri(String path) {
        return URI.create(simulators.uri() + path);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body()).orElseThrow(() -> new AssertionError("no JSON: " + answer.body()));
    }

    static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
        simulators.close();
    }
}
