package org.onewindow.portal.soap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.crypto.Crypto;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.springframework.stereotype.Component;

/**
 * Whose certificate is whose: {@code clients/<client>/certificate.pem} of the secrets, one or (for a change) several.
 *
 * <p>A certificate counts as it is, not by who issued it or what it calls itself.
 */
@Component
final class ClientCertificates {

    private static final String FOLDER = "clients";

    private final Map<X509Certificate, String> clients = new LinkedHashMap<>();

    ClientCertificates(Secrets secrets) {
        for (var client : secrets.foldersIn(FOLDER)) {
            var pem = new SecretReference(FOLDER + "/" + client + "/certificate.pem");
            if (secrets.has(pem)) {
                read(client, secrets.value(pem));
            }
        }
    }

    private void read(String client, String pem) {
        try {
            var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate own) {
                    clients.put(own, client);
                }
            }
        } catch (CertificateException broken) {
            throw new IllegalStateException(
                    "secret clients/" + client + "/certificate.pem is no certificate; write it there in PEM", broken);
        }
    }

    Optional<String> clientOf(X509Certificate certificate) {
        return Optional.ofNullable(clients.get(certificate));
    }

    Crypto crypto() {
        return new CertificateStore(clients.keySet().toArray(X509Certificate[]::new));
    }
}
