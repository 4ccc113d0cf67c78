package org.onewindow.hub.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hub's public API as a client sees it. Safe for several threads. */
public final class HubApi {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI base;
    private final String language;

    public HubApi(URI base, String language) {
        this.base = base;
        this.language = language;
    }

    /**
     * An answer of the hub, good or bad.
     *
     * @param body its JSON; a text node where it is none
     */
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        public boolean good() {
            return status / 100 == 2;
        }

        /** What went wrong, in one line. */
        public String problem() {
            var title = body.path("title").asText(body.isTextual() ? body.asText() : "");
            var detail = body.path("detail").asText("");
            var errors = body.path("errors").isEmpty() ? "" : " " + body.path("errors");
            var error = body.path("error").asText("");
            return (status + " " + title + error + (detail.isEmpty() ? "" : ": " + detail) + errors).strip();
        }
    }

    public URI base() {
        return base;
    }

    public Reply get(String path, String token) {
        return get(path, token, ANSWER_WITHIN);
    }

    /** As {@link #get(String, String)}, for what the hub has to work out first. */
    public Reply get(String path, String token, Duration within) {
        return send("GET", path, Map.of("Authorization", "Bearer " + token), BodyPublishers.noBody(), within);
    }

    public Reply post(String path, String token, JsonNode body, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        all.put("Content-Type", "application/json");
        return send("POST", path, all, BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    }

    /** Hands in a file; an apply examines it first, so it may take its time. */
    public Reply send(String method, String path, String token, String mediaType, byte[] body) {
        return send(
                method,
                path,
                Map.of("Authorization", "Bearer " + token, "Content-Type", mediaType),
                BodyPublishers.ofByteArray(body));
    }

    /** A file as it is; empty where there is none. */
    public Optional<byte[]> file(String path, String token) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token);
        var answer = exchange(request, BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    public Reply put(String path, String token, JsonNode body) {
        var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        return send("PUT", path, headers, BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    }

    public Reply send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        return send(method, path, headers, body, ANSWER_WITHIN);
    }

    private Reply send(String method, String path, Map<String, String> headers, BodyPublisher body, Duration within) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(within)
                .header("Accept-Language", language)
                .method(method, body);
        headers.forEach(request::header);
        var raw = exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Reply(raw.statusCode(), parse(raw.body()), raw);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException silence) {
            throw new HubUnreachable(base, silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stopped));
        }
    }

    /** Whether somebody answers there, and well. */
    public boolean isUp(String path) {
        try {
            return send("GET", path, Map.of(), BodyPublishers.noBody()).good();
        } catch (HubUnreachable notYet) {
            return false;
        }
    }

    /** The rows of an answer in NDJSON. */
    public List<JsonNode> lines(String path, String token) {
        var reply = get(path, token);
        return reply.raw().body().lines().map(HubApi::parse).toList();
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text);
        } catch (IOException noJson) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
