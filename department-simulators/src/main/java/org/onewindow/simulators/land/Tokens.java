package org.onewindow.simulators.land;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Request;

/** The token end point: client credentials, tokens of ten minutes, six calls a minute. */
final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int CALLS_A_MINUTE = 6;
    private static final List<String> SCOPES = List.of("titles.read", "transfers.write");

    private final Stage stage;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private final Map<String, Token> tokens = new HashMap<>();

    Tokens(Stage stage) {
        this.stage = stage;
    }

    synchronized Answer issue(Request request) {
        var now = stage.now();
        while (!calls.isEmpty() && !calls.getFirst().plusSeconds(60).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= CALLS_A_MINUTE) {
            long wait = Duration.between(now, calls.getFirst().plusSeconds(60)).toSeconds() + 1;
            return error(429, "slow_down").with("Retry-After", Long.toString(wait));
        }
        calls.addLast(now);
        if (!request.formField("grant_type").orElse("").equals("client_credentials")) {
            return error(400, "unsupported_grant_type");
        }
        if (!isClient(request)) {
            return error(401, "invalid_client").with("WWW-Authenticate", "Basic realm=\"land-registry\"");
        }
        var scopes = request.formField("scope")
                .map(text -> List.of(text.strip().split("\\s+", -1)))
                .orElse(SCOPES);
        return SCOPES.containsAll(scopes) ? token(scopes, now) : error(400, "invalid_scope");
    }

    /** The scopes of the bearer; empty where the token is missing, unknown or too old. */
    synchronized Optional<Set<String>> scopesOf(Request request) {
        var now = stage.now();
        tokens.values().removeIf(token -> !token.until.isAfter(now));
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> tokens.get(value.substring(7)))
                .map(Token::scopes);
    }

    private Answer token(List<String> scopes, Instant now) {
        var value = UUID.randomUUID().toString();
        tokens.put(value, new Token(Set.copyOf(scopes), now.plus(LIFE)));
        return Answer.json(
                        200,
                        Json.object()
                                .put("access_token", value)
                                .put("token_type", "Bearer")
                                .put("expires_in", LIFE.toSeconds())
                                .put("scope", String.join(" ", scopes)))
                .with("Cache-Control", "no-store");
    }

    /** By Basic authentication or in the form, as RFC 6749 allows. */
    private static boolean isClient(Request request) {
        var given = request.header("Authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> decode(value.substring(6)))
                .orElseGet(() -> request.formField("client_id").orElse("") + ":"
                        + request.formField("client_secret").orElse(""));
        return Hmac.same(TrialCredentials.LAND_CLIENT + ":" + TrialCredentials.LAND_SECRET, given);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static Answer error(int status, String code) {
        return Answer.json(status, Json.object().put("error", code));
    }

    private record Token(Set<String> scopes, Instant until) {}
}
