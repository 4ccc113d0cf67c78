package org.onewindow.licences.authority;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** The secret that uses an authorisation (用证码): 128 random bits, shown once; the store keeps its hash only. */
public record Code(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 128;
    private static final int CHARACTERS = 26;

    static Code fresh() {
        var digits = new BigInteger(BITS, RANDOM).toString(32);
        return new Code("use_" + "0".repeat(CHARACTERS - digits.length()) + digits);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "Code[]";
    }
}
