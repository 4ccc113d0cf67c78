package org.onewindow.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Correlations are 128 bits of a hash of the case's own secret seed: random to everybody outside, and no surprise to {@code decide}. */
final class Correlations {

    private Correlations() {}

    /** 32 hex digits. */
    static String of(String seed, String name) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
