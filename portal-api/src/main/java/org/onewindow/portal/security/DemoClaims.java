package org.onewindow.portal.security;

import org.onewindow.licences.DemoCity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a development token says: the client, all its scopes where it asked for none, and with the parameter {@code citizen=} which of
 * the demo's citizens calls; with {@code department=} for which department.
 */
final class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final DemoCity city;

    DemoClaims(DemoCity city) {
        this.city = city;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        var client = token.getRegisteredClient();
        token.getClaims().claim("client_id", client.getClientId()).claim("azp", client.getClientId());
        if (token.getAuthorizedScopes().isEmpty()) {
            token.getClaims().claim("scope", client.getScopes());
        }
        if (token.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant) {
            var wishes = grant.getAdditionalParameters();
            if (wishes.get("citizen") instanceof String login) {
                citizen(token, login);
            }
            if (wishes.get("department") instanceof String department) {
                token.getClaims().claim("department", department);
            }
        }
    }

    private void citizen(JwtEncodingContext token, String login) {
        var citizen = city.citizen(login)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(
                        OAuth2ErrorCodes.INVALID_REQUEST, "the demo's city has no such citizen", null)));
        token.getClaims()
                .subject("citizen:" + login)
                .claim("name", citizen.name())
                .claim("id_type", "resident-id")
                .claim("id_number", citizen.idNumber());
    }
}
