package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An amount of money in fen (分, 1/100 yuan); 0 up to {@value #MAX}.
 *
 * <p>The limit keeps amounts exact where a mapping language reckons in doubles.
 */
public record Fen(@JsonValue long amount) {

    public static final long MAX = 9_000_000_000_000_000L - 1;

    @JsonCreator
    public Fen {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("an amount is 0 to " + MAX + " fen");
        }
    }

    /** Reads an amount in yuan; a fraction of a fen is an {@link ArithmeticException}. */
    public static Fen ofYuan(String yuan) {
        return new Fen(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    /** The amount in yuan with two decimals, such as {@code 50000.00}. */
    public String yuan() {
        return BigDecimal.valueOf(amount, 2).toPlainString();
    }
}
