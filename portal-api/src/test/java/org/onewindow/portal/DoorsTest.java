package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every door of the hub, asked once: which are open, which want a token, and what a spoilt one gets. */
class DoorsTest {

    private final Api nobody = new Api("en", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cases",
                "/v1/matters",
                "/v1/licences",
                "/v1/admin/tasks",
                "/v1/nothing-here",
                "/v1/uploads/upl_1"
            })
    void wantsAToken(String path) {
        var reply = nobody.get(path);

        assertThat(reply.problem()).isEqualTo("401 not-authenticated");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesSpoiltTokens() {
        var good = TestHub.citizen("zhang").token();
        var parts = good.split("\\.", -1);
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));

        for (var spoilt : new String[] {
            "x",
            parts[0] + "." + parts[1] + ".AAAA",
            none + "." + parts[1] + ".",
            parts[0] + "." + parts[1].substring(1) + "." + parts[2]
        }) {
            assertThat(new Api("en", spoilt).get("/v1/cases").problem()).isEqualTo("401 not-authenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/docs/start.js",
                "/docs/files/swagger-ui-bundle.js",
                "/v1/openapi.yaml",
                "/v1/schemas/canonical.json",
                "/help/problems",
                "/help/problems/case-unknown"
            })
    void isOpen(String path) {
        assertThat(nobody.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/swagger-ui/index.html", "/v3/api-docs", "/login", "/anything"})
    void isShut(String path) {
        assertThat(nobody.get(path).status()).isIn(401, 403, 404);
    }

    @Test
    void sendsSecurityHeadersAndNoCors() {
        var reply = Api.send(TestHub.citizen("zhang")
                .request("/v1/matters")
                .header("Origin", "https://evil.test")
                .GET());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(reply.header("Server")).isEmpty();
    }

    @Test
    void answersWhatIsNotThereWithProblems() {
        var zhang = TestHub.citizen("zhang").in("en");

        assertThat(zhang.get("/v1/nothing-here").problem()).isEqualTo("404 not-found");
        assertThat(zhang.get("/v1/matters/unknown").problem()).isEqualTo("404 matter-unknown");
        assertThat(zhang.put("/v1/cases", "{}").problem()).isEqualTo("405 method-not-allowed");
        assertThat(Api.send(zhang.request("/v1/matters")
                                .header("Accept", "image/png")
                                .GET())
                        .status())
                .isEqualTo(406);
        assertThat(zhang.post("/v1/inquiries/unknown", "{\"form\": {}}").problem())
                .isEqualTo("404 inquiry-unknown");
        assertThat(zhang.post("/v1/inquiries/home-transfer-precheck", "{\"form\": {\"x\": 1}}")
                        .problem())
                .startsWith("422 request-invalid ");
    }

    @Test
    void answersAddressesThatNobodyWritesWithProblemsOrNothing() throws Exception {
        for (var target : new String[] {"/v1/cases;x=1", "/v1//cases", "/v1/../etc", "/v1/cases/%2e%2e"}) {
            var answer = raw("GET " + target + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("org.", "Tomcat", "Exception", "<html");
        }
    }

    private static String raw(String request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), TestHub.uri("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void givesTokensToTheCitysCitizensOnly() {
        var form = "grant_type=client_credentials&client_id=portal&client_secret=portal&citizen=";

        assertThat(nobody.form("/oauth2/token", form + "zhang")
                        .json()
                        .path("access_token")
                        .asText())
                .isNotEmpty();
        assertThat(nobody.form("/oauth2/token", form + "nobody").status()).isEqualTo(400);
        assertThat(nobody.form("/oauth2/token", "grant_type=client_credentials&client_id=portal&client_secret=x")
                        .status())
                .isEqualTo(401);
        assertThat(nobody.form(
                                "/oauth2/token",
                                "grant_type=client_credentials&client_id=portal&client_secret=portal&scope=operator")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsTheIssuersKeyForItselfSoThatTokensSurviveARestart() throws Exception {
        var key = TestHub.bean(PortalSettings.class).secrets().resolve("issuer").resolve("key.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(nobody.get("/oauth2/jwks").raw().body()).doesNotContain("\"d\"");
    }

    @Test
    void tracesWhatTheCallerTraces() {
        var reply = Api.send(nobody.request("/v1/cases")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .GET());

        assertThat(reply.json().path("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
