package org.onewindow.connectors.rest;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.http.HttpAnswer;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.mapping.CanonicalJson;

/**
 * The OAuth 2.0 access token of one department (client credentials), kept until shortly before its end.
 *
 * <p>One fetch at a time in a node: others wait for it and share what it brought, be it a failure. While the end point hangs, a queue
 * of callers that each tried again would outlast all their patience.
 */
final class AccessTokens {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final long SHORTEST_SECONDS = 60;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Supplier<HttpAnswer> endPoint;
    private final Clock clock;
    private final AtomicReference<@Nullable FutureTask<Token>> fetching = new AtomicReference<>();
    private final AtomicReference<@Nullable Token> token = new AtomicReference<>();

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
        var kept = token.get();
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.value();
        }
        var own = new FutureTask<>(this::keptOrFetched);
        var underWay = fetching.compareAndExchange(null, own);
        if (underWay != null) {
            return outcome(underWay).value();
        }
        try {
            own.run();
        } finally {
            fetching.set(null);
        }
        return outcome(own).value();
    }

    /** Another may have brought one between the look and the fetching. */
    private Token keptOrFetched() {
        var kept = token.get();
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept;
        }
        var fetched = fetch();
        token.set(fetched);
        return fetched;
    }

    /** Waits no longer than this call waits for its answer. */
    private static Token outcome(FutureTask<Token> fetching) {
        try {
            var patience = HttpClients.PATIENCE.orElse(LONGEST);
            return fetching.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hangs) {
            throw new NoToken("its token end point does not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoToken("nobody waits for its token end point any more");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** Forgets a token that the department refused, unless another has taken its place. */
    void forget(String refused) {
        var kept = token.get();
        if (kept != null && kept.value().equals(refused)) {
            token.compareAndSet(kept, null);
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
