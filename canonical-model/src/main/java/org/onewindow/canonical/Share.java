package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a property (份额) as an exact fraction such as {@code 1/3}; at most nine digits on each side. */
public record Share(long numerator, long denominator) {

    public static final Share WHOLE = new Share(1, 1);
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}/[1-9][0-9]{0,8}");

    public Share {
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException("a share is a positive fraction");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Share of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("a share is written like 1/3"));
    }

    public static Optional<Share> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        return Optional.of(
                new Share(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))));
    }

    /** Whether these shares are exactly one whole. */
    public static boolean addUpToOne(Collection<Share> shares) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var share : shares) {
            var other = BigInteger.valueOf(share.denominator);
            numerator = numerator
                    .multiply(other)
                    .add(BigInteger.valueOf(share.numerator).multiply(denominator));
            denominator = denominator.multiply(other);
        }
        return numerator.equals(denominator);
    }

    @JsonValue
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
