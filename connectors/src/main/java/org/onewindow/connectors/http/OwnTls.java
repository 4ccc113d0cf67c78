package org.onewindow.connectors.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department.Tls;
import org.onewindow.config.SecretReference;

/**
 * TLS as one department wants it: with the hub's own certificate, and only with whom its authorities vouch for.
 *
 * <p>The files are read at every new connection: a certificate that was changed counts from the next one on.
 */
final class OwnTls implements TlsSocketStrategy {

    private final Tls tls;
    private final Function<SecretReference, String> secrets;

    OwnTls(Tls tls, Function<SecretReference, String> secrets) {
        this.tls = tls;
        this.secrets = secrets;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return new DefaultClientTlsStrategy(context()).upgrade(socket, target, port, attachment, context);
    }

    private SSLContext context() throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(own(), trusted(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            var failure = new SSLHandshakeException("the certificate or key in the secrets cannot be used");
            failure.initCause(broken);
            throw failure;
        }
    }

    private KeyManager @Nullable [] own() throws GeneralSecurityException {
        var certificate = tls.certificate();
        var key = tls.key();
        if (certificate == null || key == null) {
            return null;
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(Pem.store(secrets.apply(certificate), secrets.apply(key)), Pem.password());
        return managers.getKeyManagers();
    }

    private TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        var authorities = tls.authorities();
        if (authorities == null) {
            return null;
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(Pem.authorities(secrets.apply(authorities)));
        return managers.getTrustManagers();
    }
}
