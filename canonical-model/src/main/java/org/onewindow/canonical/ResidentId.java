package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resident identity number (公民身份号码): 18 characters, the last one a check character.
 *
 * <p>Source: GB 11643, check character after ISO 7064 MOD 11-2. Never printed: {@link #toString} masks it.
 */
public record ResidentId(@JsonValue String number) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    @JsonCreator
    public ResidentId {
        if (!isValid(number)) {
            throw new IllegalArgumentException("not a resident identity number after GB 11643");
        }
    }

    /** The number, where the text is one; a lower-case x is taken as X. */
    public static Optional<ResidentId> parse(String text) {
        var upper = text.strip().replace('x', 'X');
        return isValid(upper) ? Optional.of(new ResidentId(upper)) : Optional.empty();
    }

    public static boolean isValid(String number) {
        return FORM.matcher(number).matches() && isDate(number) && number.charAt(17) == checkCharacter(number);
    }

    /** The check character that the first 17 digits ask for. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isDate(String number) {
        try {
            LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    @Override
    public String toString() {
        return number.substring(0, 6) + "********" + number.substring(14);
    }
}
