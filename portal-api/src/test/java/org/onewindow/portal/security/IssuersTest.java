package org.onewindow.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.portal.PortalSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Whose tokens are taken: the built-in issuer's in development, the city's where one is named, and never both. */
class IssuersTest {

    private static final String HUB = "one-window-hub";
    private static final Path CITY = Path.of("..", "config", "demo", "city.yaml");

    private final Path data;

    IssuersTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void takesNoBuiltInIssuerInProduction() {
        assertThatThrownBy(() -> new PortalSettings(true, "", HUB, "https://hub.city", data, CITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issuer");
    }

    @Test
    void keepsItsKeyOverARestart() throws IOException {
        var file = data.resolve("issuer").resolve("key.json");

        assertThat(IssuerKey.keptIn(file)).isEqualTo(IssuerKey.keptIn(file));
    }

    @Test
    void takesOnlyTheTokensOfTheIssuerThatIsNamed() throws Exception {
        var key = IssuerKey.keptIn(data.resolve("city.json"));
        var stranger = IssuerKey.keptIn(data.resolve("stranger.json"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        serve(
                server,
                "/.well-known/openid-configuration",
                """
                {"issuer": "%s", "jwks_uri": "%s/jwks", "subject_types_supported": ["public"],
                 "authorization_endpoint": "%s/a", "token_endpoint": "%s/t"}"""
                        .formatted(issuer, issuer, issuer, issuer));
        serve(server, "/jwks", new JWKSet(key).toPublicJWKSet().toString());
        server.start();
        try (var spring = started(issuer)) {
            var decoder = spring.getBean(JwtDecoder.class);

            assertThat(spring.getBeansOfType(RegisteredClientRepository.class)).isEmpty();
            var good = claims(issuer).build();
            assertThat(decoder.decode(signed(key, good)).getSubject()).isEqualTo("somebody");
            var shared = claims(issuer).audience(List.of("another-system", HUB)).build();
            assertThat(decoder.decode(signed(key, shared)).getAudience()).contains(HUB);
            for (var bad : List.of(
                    signed(stranger, good),
                    new PlainJWT(good).serialize(),
                    signed(key, claims("http://elsewhere").build()),
                    signed(key, claims(issuer).audience("another-system").build()),
                    signed(key, claims(issuer).audience((String) null).build()),
                    signed(
                            key,
                            claims(issuer)
                                    .expirationTime(Date.from(Instant.now().minusSeconds(300)))
                                    .build()))) {
                // what Spring's resource server answers with 401
                assertThatThrownBy(() -> decoder.decode(bad)).isInstanceOf(BadJwtException.class);
            }
        } finally {
            server.stop(0);
        }
    }

    private AnnotationConfigApplicationContext started(String issuer) {
        var spring = new AnnotationConfigApplicationContext();
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("hub.issuer", issuer)));
        spring.registerBean(
                PortalSettings.class, () -> new PortalSettings(true, issuer, HUB, "https://hub.city", data, CITY));
        spring.register(DevelopmentIssuer.class, OuterIssuer.class);
        spring.refresh();
        return spring;
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private static JWTClaimsSet.Builder claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(HUB)
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
