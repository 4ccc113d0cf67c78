package org.onewindow.portal.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The development issuer's signing key. */
final class IssuerKey {

    private static final int BITS = 2048;

    private IssuerKey() {}

    /** The key in this file, made the first time, by the first of several nodes; only this user of the machine can read it. */
    static RSAKey keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(
                    file.getParent(),
                    "key",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, fresh().toJSONString());
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException anotherNodesIsThere) {
                // which is as good, and perhaps in use already
            } finally {
                Files.delete(draft);
            }
        }
        try {
            return JWK.parse(Files.readString(file)).toRSAKey();
        } catch (ParseException broken) {
            throw new IllegalStateException("the issuer's key file is broken: delete " + file.getFileName(), broken);
        }
    }

    private static RSAKey fresh() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes RSA keys", impossible);
        }
    }
}
