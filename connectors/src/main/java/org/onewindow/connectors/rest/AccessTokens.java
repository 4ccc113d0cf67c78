package org.onewindow.connectors.rest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.mapping.CanonicalJson;

/**
 * The OAuth 2.0 access token of one department (client credentials), kept until shortly before its end.
 *
 * <p>One fetch at a time in a node: others wait for it and use what it brought.
 */
final class AccessTokens {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final long SHORTEST_SECONDS = 60;

    private final Supplier<HttpAnswer> endPoint;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;

    AccessTokens(Supplier<HttpAnswer> endPoint, Clock clock) {
        this.endPoint = endPoint;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** No token can be had; the message says why, without secrets. */
    static final class NoToken extends RuntimeException {
        NoToken(String why) {
            super(why);
        }
    }

    String current() {
        var kept = token;
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.value();
        }
        fetching.lock();
        try {
            var meanwhile = token;
            if (meanwhile != null && clock.instant().isBefore(meanwhile.until())) {
                return meanwhile.value();
            }
            var fetched = fetch();
            token = fetched;
            return fetched.value();
        } finally {
            fetching.unlock();
        }
    }

    /** Forgets a token that the department refused, unless another has taken its place. */
    void forget(String refused) {
        fetching.lock();
        try {
            var kept = token;
            if (kept != null && kept.value().equals(refused)) {
                token = null;
            }
        } finally {
            fetching.unlock();
        }
    }

    private Token fetch() {
        var answer = endPoint.get();
        if (answer.status() != 200) {
            throw new NoToken("its token end point answered HTTP " + answer.status());
        }
        try {
            if (CanonicalJson.parse(answer.body()) instanceof Map<?, ?> json
                    && json.get("access_token") instanceof String value
                    && !value.isBlank()) {
                long seconds = json.get("expires_in") instanceof Number told ? told.longValue() : SHORTEST_SECONDS;
                var lives = Duration.ofSeconds(seconds);
                return new Token(value, clock.instant().plus(lives.minus(margin(lives))));
            }
        } catch (IOException garbage) {
            throw new NoToken("its token end point answered no JSON");
        }
        throw new NoToken("its token end point answered no token");
    }

    private static Duration margin(Duration lives) {
        var half = lives.dividedBy(2);
        return half.compareTo(BEFORE_ITS_END) < 0 ? half : BEFORE_ITS_END;
    }
}
