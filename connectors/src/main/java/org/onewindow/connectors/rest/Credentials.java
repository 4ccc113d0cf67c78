package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Security;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.http.FixedProof;
import org.onewindow.connectors.http.RequestSignature;

/** How the hub proves who it is to a REST department, made new for every sending. */
record Credentials(
        Security security,
        Function<SecretReference, String> secrets,
        @Nullable AccessTokens tokens,
        @Nullable RequestSignature signature) {

    Map<String, String> headers(RequestSignature.Signed request) {
        return switch (security) {
            case Security.None _, Security.Basic _, Security.Bearer _, Security.ApiKey _ ->
                FixedProof.headers(security, secrets);
            case Security.OAuth2Client _ ->
                tokens == null ? Map.of() : Map.of(FixedProof.AUTHORIZATION, "Bearer " + tokens.current());
            case Security.Signed signed -> {
                var headers = new LinkedHashMap<>(signed.headers());
                if (signature != null) {
                    headers.putAll(signature.headers(request));
                }
                yield headers;
            }
            case Security.UsernameToken _, Security.SignedSoap _ ->
                throw new IllegalArgumentException("WS-Security belongs to a SOAP department");
        };
    }

    /** The query with the key in it, where that is how the department wants it. */
    @Nullable
    String query(@Nullable String query) {
        if (security instanceof Security.ApiKey key && key.inQuery()) {
            var own = key.name() + "=" + URLEncoder.encode(secrets.apply(key.key()), UTF_8);
            return query == null ? own : query + "&" + own;
        }
        return query;
    }

    /** The names of all headers that {@link #headers} may yield. */
    Set<String> headerNames() {
        var names = new LinkedHashSet<>(Set.of(FixedProof.AUTHORIZATION));
        if (security instanceof Security.ApiKey key) {
            names.add(key.name());
        }
        if (security instanceof Security.Signed signed) {
            names.addAll(signed.headers().keySet());
            names.add(signed.signature().header());
            names.add(signed.signature().timestamp());
        }
        return names;
    }

    /** Whether a 401 may be cured by a new token; the refused one is forgotten. */
    boolean renew(Map<String, String> sent) {
        var authorization = sent.get(FixedProof.AUTHORIZATION);
        if (tokens == null || authorization == null) {
            return false;
        }
        tokens.forget(authorization.substring("Bearer ".length()));
        return true;
    }

    @Override
    public String toString() {
        return "Credentials[" + security.getClass().getSimpleName() + "]";
    }
}
