package org.onewindow.connectors.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Signature;
import org.onewindow.config.SecretReference;

/** An HMAC-SHA256 signature over a request: made for what the hub sends, checked for what calls it. */
public final class RequestSignature {

    private static final Pattern HOLE = Pattern.compile("\\{(method|path|timestamp|body)}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Signature signature;
    private final Function<SecretReference, String> secrets;
    private final Clock clock;

    public RequestSignature(Signature signature, Function<SecretReference, String> secrets, Clock clock) {
        this.signature = signature;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What is signed.
     *
     * @param path as sent, without the query
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signed(String method, String path, byte[] body) {}

    public Map<String, String> headers(Signed request) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put(signature.timestamp(), timestamp);
        headers.put(signature.header(), signature.prefix() + hmac(request, timestamp));
        return headers;
    }

    /**
     * What is wrong with a request that should bear this signature; empty: nothing.
     *
     * @param headers by lower-case name
     */
    public Optional<String> whatIsWrong(Signed request, Map<String, String> headers) {
        var timestamp = header(headers, signature.timestamp());
        var given = header(headers, signature.header());
        if (timestamp == null || given == null) {
            return Optional.of("it bears no signature");
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return Optional.of("its timestamp is no number of seconds");
        }
        if (!equal(given, signature.prefix() + hmac(request, timestamp))) {
            return Optional.of("its signature is wrong");
        }
        var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                .abs();
        return off.compareTo(signature.maxAge()) > 0 ? Optional.of("its timestamp is too far off") : Optional.empty();
    }

    private static @Nullable String header(Map<String, String> headers, String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** In a time that tells nothing about where they differ. */
    private static boolean equal(String given, String right) {
        return MessageDigest.isEqual(
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                right.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String hmac(Signed request, String timestamp) {
        List<byte[]> parts = new ArrayList<>();
        var template = signature.signed();
        Matcher hole = HOLE.matcher(template);
        int from = 0;
        while (hole.find()) {
            parts.add(bytes(template.substring(from, hole.start())));
            parts.add(
                    switch (hole.group(1)) {
                        case "method" -> bytes(request.method());
                        case "path" -> bytes(request.path());
                        case "timestamp" -> bytes(timestamp);
                        default -> request.body();
                    });
            from = hole.end();
        }
        parts.add(bytes(template.substring(from)));
        return Sha256.hmac(secrets.apply(signature.secret()), parts.toArray(byte[][]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
