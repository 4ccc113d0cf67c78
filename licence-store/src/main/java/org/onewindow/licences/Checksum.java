package org.onewindow.licences;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What the bytes of one request hash to, as their sender says. */
public final class Checksum {

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final String algorithm;
    private final byte[] value;

    private Checksum(String algorithm, byte[] value) {
        this.algorithm = algorithm;
        this.value = value;
    }

    /** Of {@code sha1} or {@code sha256}, a blank, and the hash in base 64; empty: it is none of these. */
    public static Optional<Checksum> parse(String text) {
        int blank = text.indexOf(' ');
        var algorithm = blank < 0 ? null : ALGORITHMS.get(text.substring(0, blank));
        if (algorithm == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checksum(
                    algorithm,
                    Base64.getDecoder().decode(text.substring(blank + 1).strip())));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    boolean isOf(MessageDigest digest) {
        return Arrays.equals(digest.digest(), value);
    }
}
