package org.onewindow.licences.blobs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.onewindow.config.Secrets;

/**
 * Believes those whose certificates stand in a secret file (PEM), and nobody else.
 *
 * <p>The file is read at every new connection: one that was changed counts from the next on, one that was taken away lets nobody in.
 */
final class OwnAuthorities extends X509ExtendedTrustManager {

    private final Supplier<String> pem;

    OwnAuthorities(Supplier<String> pem) {
        this.pem = pem;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, Socket socket)
            throws CertificateException {
        authorities().checkServerTrusted(chain, exchange, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
            throws CertificateException {
        authorities().checkServerTrusted(chain, exchange, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String exchange) throws CertificateException {
        authorities().checkServerTrusted(chain, exchange);
    }

    private X509ExtendedTrustManager authorities() throws Unreadable {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var in = new ByteArrayInputStream(pem.get().getBytes(US_ASCII));
            int number = 0;
            for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            if (number == 0) {
                throw new CertificateException("there is none in it");
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException | Secrets.MissingSecret broken) {
            throw new Unreadable(broken);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, exchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, exchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String exchange) throws CertificateException {
        throw new CertificateException("nobody comes to the hub this way");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** The file is not there, or bears no certificate. */
    static final class Unreadable extends CertificateException {

        private static final long serialVersionUID = 1L;

        private Unreadable(Exception cause) {
            super("the secret blobs/authorities is no certificate in PEM", cause);
        }
    }
}
