package org.onewindow.portal.security;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** The city's own issuer: its tokens are taken and no others; it is asked for its keys when the first token comes. */
@Configuration(proxyBeanMethods = false)
@Conditional(BuiltIn.Not.class)
class OuterIssuer {

    @Bean
    JwtDecoder outerTokens(PortalSettings settings) {
        var checking = new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.<OAuth2TokenValidator<Jwt>>of(
                    new JwtIssuerValidator(settings.issuer()), meantFor(settings.audience()))));
            return decoder;
        });
        return new KnownTokens(checking, InstantSource.system());
    }

    /** The same issuer gives tokens to all the city's systems: those that are meant for another one open nothing here. */
    private static JwtClaimValidator<@Nullable Collection<String>> meantFor(String audience) {
        return new JwtClaimValidator<>(JwtClaimNames.AUD, named -> named != null && named.contains(audience));
    }
}
