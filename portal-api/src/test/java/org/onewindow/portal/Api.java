package org.onewindow.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Somebody who calls the hub over HTTP. */
record Api(String language, String token) {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer. */
    record Reply(HttpResponse<String> raw) {

        int status() {
            return raw.statusCode();
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (JsonProcessingException noJson) {
                throw new AssertionError("not JSON: " + raw.body(), noJson);
            }
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** Status, code and the pointers of a problem, in one line. */
        String problem() {
            var line = new StringBuilder()
                    .append(status())
                    .append(' ')
                    .append(json().path("code").asText());
            json().path("errors").forEach(error -> line.append(' ')
                    .append(error.path("pointer").asText())
                    .append('=')
                    .append(error.path("code").asText()));
            return line.toString();
        }
    }

    Api in(String otherLanguage) {
        return new Api(otherLanguage, token);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Reply post(String path, String body, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    Reply put(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(BodyPublishers.ofString(body)));
    }

    /** Hands in a ZIP. */
    Reply pack(String method, String path, byte[] zip) {
        return send(request(path)
                .header("Content-Type", "application/zip")
                .method(method, BodyPublishers.ofByteArray(zip)));
    }

    Reply form(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Reply upload(String query, String contentType, BodyPublisher body) {
        return send(request("/v1/uploads" + query)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf")
                .POST(body));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(TestHub.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", language);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
