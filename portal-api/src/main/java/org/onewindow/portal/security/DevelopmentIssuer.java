package org.onewindow.portal.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.onewindow.licences.DemoCity;
import org.onewindow.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The built-in issuer of the development profile, so that the demo needs nothing else; where another issuer is configured it is not there.
 *
 * <p>Its clients' secrets are their names, and it takes a client's word for which citizen calls: never for production.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(BuiltIn.class)
class DevelopmentIssuer {

    private static final int ISSUER = 10;
    private static final Duration TOKENS_LAST = Duration.ofHours(8);

    @Bean
    @Order(ISSUER)
    SecurityFilterChain issuer(HttpSecurity http) throws Exception {
        var endpoints = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(endpoints.getEndpointsMatcher())
                .with(endpoints, Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(List.of(
                client("portal", Role.CASES),
                client("kiosk", Role.CASES),
                client("wechat-mini-program", Role.CASES),
                client("window", Role.WINDOW),
                client("window-system", Role.WINDOW),
                client("supervisor", Role.SUPERVISOR),
                client("department", Role.DEPARTMENT),
                client("integrator", Role.INTEGRATOR),
                client("operator", Role.OPERATOR)));
    }

    private static RegisteredClient client(String name, Role role) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(name)
                .clientSecret("{noop}" + name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(role.scope())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKENS_LAST)
                        .build())
                .build();
    }

    @Bean
    AuthorizationServerSettings issuerSettings(PortalSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.publicUrl())
                .build();
    }

    /** Kept among the secrets, so that tokens survive a restart and are good at every node. */
    @Bean
    JWKSource<SecurityContext> issuerKeys(PortalSettings settings) throws IOException {
        return new ImmutableJWKSet<>(
                new JWKSet(IssuerKey.keptIn(settings.secrets().resolve("issuer").resolve("key.json"))));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys, PortalSettings settings) {
        var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.publicUrl()));
        return new KnownTokens(decoder, InstantSource.system());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(PortalSettings settings) throws IOException {
        return new DemoClaims(DemoCity.read(settings.city()));
    }
}
