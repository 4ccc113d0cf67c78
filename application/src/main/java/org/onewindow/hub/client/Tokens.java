package org.onewindow.hub.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Development tokens of the built-in issuer: of a citizen of the demo's city, or of a client. */
public final class Tokens {

    private final HubApi hub;

    public Tokens(HubApi hub) {
        this.hub = hub;
    }

    public HubApi.Reply ask(String name) {
        var form = "grant_type=client_credentials&client_id=portal&client_secret=portal&subject="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return hub.send(
                "POST",
                "/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                BodyPublishers.ofString(form));
    }

    /** A token, or a failure that says why there is none. */
    public String token(String name) {
        var reply = ask(name);
        if (!reply.good()) {
            throw new NoToken(name, reply.problem());
        }
        return reply.body().path("access_token").asText();
    }

    /** The issuer gives no such token. */
    public static final class NoToken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoToken(String name, String problem) {
            super("no token of " + name + ": " + problem);
        }
    }
}
