package org.onewindow.connectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.onewindow.config.SecretReference;

/** A key and its certificate, made by the JDK's keytool for one test. */
record Keys(Path store, String name) {

    static final String PASSWORD = "trial-keys";

    static Keys make(Path folder, String name) throws IOException {
        var store = folder.resolve(name + ".p12");
        var keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "30",
                        "-alias",
                        name,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool did not make the key of " + name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        return new Keys(store, name);
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    X509Certificate certificate() throws IOException, GeneralSecurityException {
        return (X509Certificate) open().getCertificate(name);
    }

    /** A store of those who trust this one. */
    Path trustStore() throws IOException, GeneralSecurityException {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry(name, certificate());
        var file = store.resolveSibling(name + "-trust.p12");
        try (var out = Files.newOutputStream(file)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** As a secret of the hub. */
    SecretReference certificateIn(Path secrets) throws IOException, GeneralSecurityException {
        return write(secrets, "certificate", "CERTIFICATE", certificate().getEncoded());
    }

    SecretReference keyIn(Path secrets) throws IOException, GeneralSecurityException {
        return write(
                secrets,
                "key",
                "PRIVATE KEY",
                open().getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    private SecretReference write(Path secrets, String what, String kind, byte[] encoded) throws IOException {
        var reference = new SecretReference(name + "/" + what);
        var file = secrets.resolve(reference.name());
        Files.createDirectories(file.getParent());
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(encoded);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
        return reference;
    }
}
