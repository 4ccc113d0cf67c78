package org.onewindow.licences;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids that cannot be guessed: 128 random bits in base 32 behind a prefix. */
public final class RandomIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 128;
    private static final int CHARACTERS = 26;

    private RandomIds() {}

    public static String next(String prefix) {
        var digits = new BigInteger(BITS, RANDOM).toString(32);
        return prefix + "0".repeat(CHARACTERS - digits.length()) + digits;
    }
}
