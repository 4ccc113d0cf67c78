package org.onewindow.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may read the metrics: a process on the hub's own machine without any token, or an operator.
 *
 * <p>A proxy on the same machine makes everybody look like such a process, so what came through one (by its headers) is not.
 */
final class MetricsReaders {

    private MetricsReaders() {}

    static AuthorizationDecision decide(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isBeside(context.getRequest()) || isOperator(authentication.get()));
    }

    private static boolean isBeside(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                        .allMatch(name -> request.getHeader(name) == null);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static boolean isOperator(Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                && Caller.of(token).is(Role.OPERATOR);
    }
}
