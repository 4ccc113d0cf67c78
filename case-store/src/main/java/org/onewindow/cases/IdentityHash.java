package org.onewindow.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;

/**
 * Keyed hashes (HMAC-SHA256) of identity numbers, so that no index, log or trace holds a number.
 *
 * <p>Numbers are few enough to try them all: without the key the hash would hide nothing.
 */
public final class IdentityHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** With the hub's own secret key, at least 16 bytes. */
    public IdentityHash(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("the key of the identity hash has at least 16 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String of(Party party) {
        return of(party.idType(), party.idNumber());
    }

    public String of(IdType type, String number) {
        return of(type.name() + "/" + number);
    }

    /** The hash of any text that may hold personal data. */
    public String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
