package org.onewindow.portal;

import java.nio.file.Path;

/**
 * What the hub tells the portal about where it stands.
 *
 * @param production whether everything that is only fit for trying out is refused
 * @param issuer the OAuth 2.0 issuer whose tokens are taken; empty: the built-in development issuer
 * @param audience what the claim {@code aud} of that issuer's tokens must name
 * @param publicUrl the hub's own address, without a slash at the end
 * @param secrets the directory of secrets, which all nodes share
 * @param city the demo's city, whose citizens the development issuer knows
 */
public record PortalSettings(
        boolean production, String issuer, String audience, String publicUrl, Path secrets, Path city) {

    public PortalSettings {
        if (production && issuer.isEmpty()) {
            throw new IllegalArgumentException("production needs an issuer: the built-in one is for development");
        }
    }

    public boolean builtInIssuer() {
        return issuer.isEmpty();
    }
}
