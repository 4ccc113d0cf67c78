package org.onewindow.connectors.soap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.handler.HandlerAction;
import org.apache.wss4j.dom.handler.RequestData;
import org.onewindow.config.Department.Security.UsernameToken;
import org.onewindow.config.SecretReference;
import org.w3c.dom.Document;

/** Puts a WS-Security UsernameToken into every message, with a new nonce and the time of the house's clock. */
final class UsernameTokens extends WSS4JOutInterceptor {

    private final Clock clock;

    UsernameTokens(UsernameToken token, Function<SecretReference, String> secrets, Clock clock) {
        super(Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.USERNAME_TOKEN,
                ConfigurationConstants.USER,
                token.user(),
                ConfigurationConstants.PASSWORD_TYPE,
                token.digest() ? WSS4JConstants.PW_DIGEST : WSS4JConstants.PW_TEXT,
                ConfigurationConstants.PW_CALLBACK_REF,
                password(token, secrets)));
        this.clock = clock;
    }

    private static CallbackHandler password(UsernameToken token, Function<SecretReference, String> secrets) {
        return callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(secrets.apply(token.password()));
                }
            }
        };
    }

    @Override
    protected void doSenderAction(
            Document document, RequestData request, List<HandlerAction> actions, boolean isRequest)
            throws WSSecurityException {
        request.getWssConfig().setCurrentTime(clock::instant);
        super.doSenderAction(document, request, actions, isRequest);
    }
}
