package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码): 18 characters, the last one a check character.
 *
 * <p>Source: GB 32100, MOD 31-3; the letters I, O, S, V and Z are not used.
 */
public record CreditCode(@JsonValue String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");

    @JsonCreator
    public CreditCode {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not a unified social credit code after GB 32100");
        }
    }

    public static Optional<CreditCode> parse(String text) {
        var upper = text.strip();
        return isValid(upper) ? Optional.of(new CreditCode(upper)) : Optional.empty();
    }

    public static boolean isValid(String code) {
        return FORM.matcher(code).matches() && code.charAt(17) == checkCharacter(code);
    }

    /** The check character that the first 17 characters ask for. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
