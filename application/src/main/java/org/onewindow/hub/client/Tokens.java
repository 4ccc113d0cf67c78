package org.onewindow.hub.client;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Development tokens of the built-in issuer: of a citizen of the demo's city, or of a client itself. */
public final class Tokens {

    private static final Set<String> CLIENTS =
            Set.of("portal", "kiosk", "window", "supervisor", "operator", "integrator");
    private static final String CITIZENS_CLIENT = "portal";

    private final HubApi hub;

    public Tokens(HubApi hub) {
        this.hub = hub;
    }

    /** The issuer's whole answer for a citizen's login or a client's name. */
    public HubApi.Reply ask(String name) {
        boolean client = CLIENTS.contains(name);
        var form = "grant_type=client_credentials"
                + (client ? "" : "&citizen=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return hub.send(
                "POST",
                "/oauth2/token",
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        basic(client ? name : CITIZENS_CLIENT)),
                BodyPublishers.ofString(form));
    }

    /** The built-in issuer's clients have their names as secrets: it is fit for nothing but trying out. */
    private static String basic(String client) {
        var login = (client + ":" + client).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
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
