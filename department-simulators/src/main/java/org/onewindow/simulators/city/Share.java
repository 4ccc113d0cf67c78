package org.onewindow.simulators.city;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** A share in a home, such as 1/2. */
public record Share(BigInteger numerator, BigInteger denominator) {

    public static final Share WHOLE = new Share(BigInteger.ONE, BigInteger.ONE);
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,8})");

    public static Optional<Share> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Share(new BigInteger(form.group(1)), new BigInteger(form.group(2))))
                : Optional.empty();
    }

    public static boolean addUpToOne(Collection<Share> shares) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var share : shares) {
            numerator = numerator.multiply(share.denominator).add(share.numerator.multiply(denominator));
            denominator = denominator.multiply(share.denominator);
        }
        return numerator.equals(denominator);
    }

    /** This share of an amount, at the price of a cent at most. */
    public BigDecimal of(BigDecimal amount) {
        return amount.multiply(new BigDecimal(numerator)).divide(new BigDecimal(denominator), 10, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
