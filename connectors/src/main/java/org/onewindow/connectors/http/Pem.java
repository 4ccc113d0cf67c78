package org.onewindow.connectors.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Certificates and keys as they lie in secret files: PEM (RFC 7468), keys in PKCS#8 without a password. */
public final class Pem {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** Where a key stands in a store that lives in memory only. */
    public static final String ALIAS = "hub";

    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private Pem() {}

    /** The chain, the hub's own certificate first. */
    static List<Certificate> certificates(String pem) throws CertificateException {
        var in = new ByteArrayInputStream(pem.getBytes(US_ASCII));
        return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
    }

    static PrivateKey key(String pem) throws GeneralSecurityException {
        var found = KEY.matcher(pem);
        if (!found.find()) {
            throw new InvalidKeySpecException("no PKCS#8 key in PEM (BEGIN PRIVATE KEY)");
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (InvalidKeySpecException other) {
            return KeyFactory.getInstance("EC").generatePrivate(encoded);
        }
    }

    /** A store with this one key under {@link #ALIAS}; its password is {@link #password}. */
    public static KeyStore store(String certificate, String key) throws GeneralSecurityException {
        var store = empty();
        store.setKeyEntry(ALIAS, key(key), IN_MEMORY, certificates(certificate).toArray(Certificate[]::new));
        return store;
    }

    /** A store of those whom the hub trusts. */
    static KeyStore authorities(String pem) throws GeneralSecurityException {
        var store = empty();
        int number = 0;
        for (var authority : certificates(pem)) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        return store;
    }

    /** Protects nothing: the store never leaves the memory that holds the key anyway. */
    public static char[] password() {
        return IN_MEMORY.clone();
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (java.io.IOException impossible) {
            throw new GeneralSecurityException("an empty store reads nothing", impossible);
        }
    }
}
