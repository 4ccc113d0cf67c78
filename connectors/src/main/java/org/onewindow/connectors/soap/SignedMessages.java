package org.onewindow.connectors.soap;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.handler.HandlerAction;
import org.apache.wss4j.dom.handler.RequestData;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Security.SignedSoap;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.http.Pem;
import org.w3c.dom.Document;

/**
 * Signs Body and Timestamp of every message with the hub's own key (WS-Security X.509 Token Profile), by the house's clock.
 *
 * <p>Certificate and key are read anew for every message, so that a changed one counts at once.
 */
final class SignedMessages extends WSS4JOutInterceptor {

    private static final String CRYPTO = "hub-crypto";
    private static final String PARTS = "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body;"
            + "{Element}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp";

    private final SignedSoap signed;
    private final Function<SecretReference, String> secrets;
    private final Clock clock;

    SignedMessages(SignedSoap signed, Function<SecretReference, String> secrets, Clock clock) {
        super(Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE,
                ConfigurationConstants.USER,
                Pem.ALIAS,
                ConfigurationConstants.SIG_PROP_REF_ID,
                CRYPTO,
                ConfigurationConstants.SIG_KEY_ID,
                "DirectReference",
                ConfigurationConstants.SIG_ALGO,
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                ConfigurationConstants.SIG_DIGEST_ALGO,
                "http://www.w3.org/2001/04/xmlenc#sha256",
                ConfigurationConstants.SIGNATURE_PARTS,
                PARTS,
                ConfigurationConstants.TTL_TIMESTAMP,
                Long.toString(signed.lasting().toSeconds()),
                ConfigurationConstants.PW_CALLBACK_REF,
                (CallbackHandler) SignedMessages::password));
        this.signed = signed;
        this.secrets = secrets;
        this.clock = clock;
    }

    private static void password(javax.security.auth.callback.Callback[] callbacks) {
        for (var callback : callbacks) {
            if (callback instanceof WSPasswordCallback asked) {
                asked.setPassword(new String(Pem.password()));
            }
        }
    }

    @Override
    public @Nullable Object getProperty(Object context, String key) {
        return key.equals(CRYPTO) ? crypto() : super.getProperty(context, key);
    }

    private Crypto crypto() {
        try {
            var crypto = new Merlin();
            crypto.setKeyStore(Pem.store(secrets.apply(signed.certificate()), secrets.apply(signed.key())));
            return crypto;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the secrets " + signed.certificate().name() + " and "
                            + signed.key().name() + " are no certificate and key in PEM",
                    broken);
        }
    }

    @Override
    protected void doSenderAction(
            Document document, RequestData request, List<HandlerAction> actions, boolean isRequest)
            throws WSSecurityException {
        request.getWssConfig().setCurrentTime(clock::instant);
        super.doSenderAction(document, request, actions, isRequest);
    }
}
