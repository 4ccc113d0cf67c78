package org.onewindow.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keys and certificates of clients, made by the JDK's keytool for one run. */
final class Certificates {

    static final String PASSWORD = "trial-keys";
    private static final Path KEYS = Path.of("target", "keys");

    private Certificates() {}

    /** Makes a key for each, and puts their certificates where the hub looks for them. */
    static void register(Path secrets, String... clients) throws IOException, GeneralSecurityException {
        for (var client : clients) {
            var folder = Files.createDirectories(secrets.resolve("clients").resolve(client));
            keysOf(client);
            keytool(
                    List.of(
                            "-exportcert",
                            "-rfc",
                            "-file",
                            folder.resolve("certificate.pem").toString()),
                    client);
        }
    }

    static KeyStore keysOf(String client) throws IOException, GeneralSecurityException {
        if (!Files.exists(store(client))) {
            make(client);
        }
        return KeyStore.getInstance(store(client).toFile(), PASSWORD.toCharArray());
    }

    private static void make(String client) throws IOException {
        Files.createDirectories(KEYS);
        keytool(
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + client,
                        "-validity",
                        "30"),
                client);
    }

    private static Path store(String client) {
        return KEYS.resolve(client + ".p12");
    }

    private static void keytool(List<String> what, String client) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(what);
        command.addAll(List.of("-alias", client, "-keystore", store(client).toString(), "-storepass", PASSWORD));
        var keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool did not make the key of " + client);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
