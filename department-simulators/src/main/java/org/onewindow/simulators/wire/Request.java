package org.onewindow.simulators.wire;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One HTTP request as it arrived; the body is read whole, up to the limit of its face. */
public final class Request {

    private final String method;
    private final URI uri;
    private final Headers headers;
    private final byte[] body;
    private final boolean tooLarge;

    Request(String method, URI uri, Headers headers, Body body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body.bytes;
        this.tooLarge = body.tooLarge;
    }

    public String method() {
        return method;
    }

    /** The path as it stood on the wire, still percent-encoded. */
    public String rawPath() {
        return uri.getRawPath();
    }

    /** The decoded path segments below the face's own prefix. */
    public List<String> segmentsBelow(String prefix) {
        var rest = uri.getRawPath()
                .substring(Math.min(prefix.length(), uri.getRawPath().length()));
        return Arrays.stream(rest.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).map(String::strip);
    }

    /** A parameter of the query, or of a form body. */
    public Optional<String> parameter(String name) {
        var query = uri.getRawQuery();
        return query == null ? Optional.empty() : parameterOf(query, name);
    }

    public Optional<String> formField(String name) {
        return parameterOf(text(), name);
    }

    public boolean hasQuery(String name) {
        return name.equalsIgnoreCase(uri.getRawQuery());
    }

    /** Where the caller thinks it is: scheme, host and port. */
    public String origin() {
        return "http://" + header("Host").orElse("127.0.0.1");
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean tooLarge() {
        return tooLarge;
    }

    private static Optional<String> parameterOf(String pairs, String name) {
        return Arrays.stream(pairs.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && decode(pair[0]).equals(name))
                .map(pair -> decode(pair[1]))
                .findFirst();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** What was read of a body. */
    static final class Body {

        private final byte[] bytes;
        private final boolean tooLarge;

        Body(byte[] bytes, boolean tooLarge) {
            this.bytes = bytes;
            this.tooLarge = tooLarge;
        }
    }
}
