package org.onewindow.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;

/** The key under which identity numbers are hashed; a development hub makes one for itself, a production hub must be given it. */
final class IdentityKey {

    private static final SecretReference NAME = new SecretReference("hub/identity-key");
    private static final int BYTES = 32;

    private IdentityKey() {}

    static byte[] of(HubSettings settings, Secrets secrets) throws IOException {
        if (!secrets.has(NAME) && !settings.production()) {
            make(settings.secretFiles().resolve(NAME.name()));
        }
        return secrets.value(NAME).getBytes(StandardCharsets.UTF_8);
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(
                file.getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(bytes));
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
