package org.onewindow.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/** A secret that the hub shares with nobody: a development hub makes it for itself, a production hub must be given it. */
final class OwnSecret {

    /** Under which identity numbers are hashed. */
    static final SecretReference IDENTITY_KEY = new SecretReference("hub/identity-key");

    /** Under which the keys of holders are wrapped: without it nothing that the stores keep of anybody opens. */
    static final SecretReference MASTER_KEY = new SecretReference("hub/master-key");

    /** Of which the key is made that signs the seals over the audit. */
    static final SecretReference AUDIT_KEY = new SecretReference("hub/audit-key");

    /** From which the keys of the development seals follow. */
    static final SecretReference SEAL_KEY = new SecretReference("hub/seal-key");

    /** Of the hub's nodes at a broker of their own. */
    static final SecretReference BROKER_PASSWORD = new SecretReference("broker/password");

    private static final int BYTES = 32;

    private OwnSecret() {}

    /** The value; made and kept where it is missing. Of several nodes that start at once, all get the first one's. */
    static String made(SecretReference name, Path directory) throws IOException {
        var secrets = Secrets.in(directory);
        if (!secrets.has(name)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            secrets.make(name, HexFormat.of().formatHex(bytes));
        }
        return secrets.value(name);
    }

    /** The bytes of a key of 64 hex digits; in development made where it is missing. */
    static byte[] key(SecretReference name, HubSettings settings, Secrets secrets) throws IOException {
        var text = settings.production() ? secrets.value(name) : made(name, settings.secretFiles());
        try {
            return HexFormat.of().parseHex(text.strip());
        } catch (IllegalArgumentException noHex) {
            throw new StartRefused(
                    "The secret " + name.name() + " is no key:",
                    java.util.List.of("write 64 hex digits: openssl rand -hex 32"));
        }
    }
}
