package org.onewindow.routes;

import java.security.SecureRandom;
import java.util.HexFormat;

/** 128 random bits by which the answer to a question without a case finds who asked. */
final class FreshCorrelation {

    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshCorrelation() {}

    static String make() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
