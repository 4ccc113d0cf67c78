package org.onewindow.portal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute that a token was good, by its hash: checking the signature costs more than all else about a request's token.
 *
 * <p>An issuer that withdraws a key is heeded a minute later; a token past its time at once.
 */
final class KnownTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownTokens(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    private record Known(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        var hash = hash(token);
        var now = clock.instant();
        var seen = known.get(hash);
        if (seen != null && now.isBefore(seen.until())) {
            return seen.token();
        }
        var decoded = decoder.decode(token);
        remember(hash, decoded, now);
        return decoded;
    }

    private void remember(String hash, Jwt token, Instant now) {
        if (known.size() >= AT_MOST) {
            known.clear();
        }
        var expires = token.getExpiresAt();
        var until = now.plus(REMEMBERED);
        known.put(hash, new Known(token, expires != null && expires.isBefore(until) ? expires : until));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
