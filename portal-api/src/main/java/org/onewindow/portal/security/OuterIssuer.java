package org.onewindow.portal.security;

import org.onewindow.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** The city's own issuer: its tokens are taken and no others; it is asked for its keys when the first token comes. */
@Configuration(proxyBeanMethods = false)
@Conditional(BuiltIn.Not.class)
class OuterIssuer {

    @Bean
    JwtDecoder outerTokens(PortalSettings settings) {
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(settings.issuer()));
    }
}
