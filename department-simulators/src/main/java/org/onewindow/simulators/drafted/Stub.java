package org.onewindow.simulators.drafted;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Request;

/**
 * One stub.
 *
 * @param priority the smallest goes first, as in WireMock
 * @param name of its file, without the ending
 * @param asked what a request must be like
 */
record Stub(int priority, String name, JsonNode asked, Duration delay, Answer answer) {

    private static final int USUAL_PRIORITY = 5;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** Empty: the file is no stub. */
    static Optional<Stub> read(Path file) {
        try {
            var name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
            return Json.read(Files.readString(file))
                    .filter(stub -> stub.path("request").isObject())
                    .map(stub -> of(name, stub));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stub of(String name, JsonNode stub) {
        var response = stub.path("response");
        var headers = new HashMap<String, String>();
        response.path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        long delay = Math.clamp(response.path("fixedDelayMilliseconds").asLong(), 0, LONGEST_DELAY.toMillis());
        return new Stub(
                stub.path("priority").asInt(USUAL_PRIORITY),
                name,
                stub.path("request"),
                Duration.ofMillis(delay),
                new Answer(
                        response.path("status").asInt(200),
                        headers,
                        response.path("body").asText()));
    }

    boolean answers(Request request) {
        var method = asked.path("method").asText("ANY");
        return (method.equals("ANY") || method.equals(request.method()))
                && isAt(request.rawPath())
                && bears(request.text());
    }

    private boolean isAt(String path) {
        if (asked.has("urlPath")) {
            return asked.path("urlPath").asText().equals(path);
        }
        if (asked.has("urlPathTemplate")) {
            return path.matches(pattern(asked.path("urlPathTemplate").asText()));
        }
        try {
            return path.matches(asked.path("urlPathPattern").asText());
        } catch (PatternSyntaxException noPattern) {
            return false;
        }
    }

    /** A hole stands for one segment. */
    private static String pattern(String template) {
        return Stream.of(template.split("/", -1))
                .map(segment -> Stream.of(segment.split("\\{[^{}]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]+")))
                .collect(Collectors.joining("/"));
    }

    private boolean bears(String body) {
        for (var pattern : asked.path("bodyPatterns")) {
            if (!body.contains(pattern.path("contains").asText())) {
                return false;
            }
        }
        return true;
    }
}
