package org.onewindow.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.onewindow.config.Department.Security.OAuth2Client;
import org.onewindow.config.SecretReference;

/** The request for an access token: client credentials, the client authenticated by HTTP Basic (RFC 6749, 2.3.1 and 4.4). */
final class TokenRequest {

    private TokenRequest() {}

    static RestRequest of(OAuth2Client client, Function<SecretReference, String> secrets) {
        var name = encoded(client.client()) + ":" + encoded(secrets.apply(client.secret()));
        var form = "grant_type=client_credentials"
                + (client.scopes().isEmpty() ? "" : "&scope=" + encoded(String.join(" ", client.scopes())));
        return new RestRequest(
                "",
                null,
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                form.getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
