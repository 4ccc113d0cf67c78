package org.onewindow.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.onewindow.config.Department.Security;
import org.onewindow.config.SecretReference;

/** How the hub proves who it is by a header that is the same whatever is sent. */
public final class FixedProof {

    public static final String AUTHORIZATION = "Authorization";

    private FixedProof() {}

    /** Read anew for every sending; empty for all other ways. */
    public static Map<String, String> headers(Security security, Function<SecretReference, String> secrets) {
        return switch (security) {
            case Security.Basic(var user, var password) ->
                authorization("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + secrets.apply(password)).getBytes(UTF_8)));
            case Security.Bearer(var token) -> authorization("Bearer " + secrets.apply(token));
            case Security.ApiKey key -> key.inQuery() ? Map.of() : Map.of(key.name(), secrets.apply(key.key()));
            case Security.None _,
                    Security.OAuth2Client _,
                    Security.Signed _,
                    Security.UsernameToken _,
                    Security.SignedSoap _ -> Map.of();
        };
    }

    static Map<String, String> authorization(String value) {
        return Map.of(AUTHORIZATION, value);
    }
}
