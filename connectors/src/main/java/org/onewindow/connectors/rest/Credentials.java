package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Security;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.http.RequestSignature;

/** How the hub proves who it is to a REST department, made new for every sending. */
record Credentials(
        Security security,
        Function<SecretReference, String> secrets,
        @Nullable AccessTokens tokens,
        @Nullable RequestSignature signature) {

    private static final String AUTHORIZATION = "Authorization";

    Map<String, String> headers(RequestSignature.Signed request) {
        return switch (security) {
            case Security.None _ -> Map.of();
            case Security.Basic(var user, var password) ->
                authorization("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + secrets.apply(password)).getBytes(UTF_8)));
            case Security.Bearer(var token) -> authorization("Bearer " + secrets.apply(token));
            case Security.OAuth2Client _ -> tokens == null ? Map.of() : authorization("Bearer " + tokens.current());
            case Security.Signed signed -> {
                var headers = new LinkedHashMap<>(signed.headers());
                if (signature != null) {
                    headers.putAll(signature.headers(request));
                }
                yield headers;
            }
            case Security.UsernameToken _ ->
                throw new IllegalArgumentException("a username token belongs to a SOAP department");
        };
    }

    /** The names of all headers that {@link #headers} may yield. */
    Set<String> headerNames() {
        var names = new LinkedHashSet<>(Set.of(AUTHORIZATION));
        if (security instanceof Security.Signed signed) {
            names.addAll(signed.headers().keySet());
            names.add(signed.signature().header());
            names.add(signed.signature().timestamp());
        }
        return names;
    }

    /** Whether a 401 may be cured by a new token; the refused one is forgotten. */
    boolean renew(Map<String, String> sent) {
        var authorization = sent.get(AUTHORIZATION);
        if (tokens == null || authorization == null) {
            return false;
        }
        tokens.forget(authorization.substring("Bearer ".length()));
        return true;
    }

    private static Map<String, String> authorization(String value) {
        return Map.of(AUTHORIZATION, value);
    }

    @Override
    public String toString() {
        return "Credentials[" + security.getClass().getSimpleName() + "]";
    }
}
