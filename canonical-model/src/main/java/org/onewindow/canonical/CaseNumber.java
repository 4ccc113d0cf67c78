package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a case (办件编号), such as {@code OW261122-7K3M9QXT-5}: the day it came in, eight random characters,
 * a check character.
 *
 * <p>Letters that are easily mistaken (I, L, O, U, Z) are not used; the check character, weighted modulo 31 as in
 * GB 32100, catches every single mistyped character.
 */
public record CaseNumber(@JsonValue String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
    private static final Pattern FORM = Pattern.compile("OW[0-9]{6}-[" + ALPHABET + "]{8}-[" + ALPHABET + "]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final RandomGenerator RANDOM = new SecureRandom();

    @JsonCreator
    public CaseNumber {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** A new number for a case that comes in on this day. */
    public static CaseNumber on(LocalDate day) {
        var head = new StringBuilder("OW").append(DAY.format(day)).append('-');
        for (int i = 0; i < 8; i++) {
            head.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CaseNumber(head + "-" + checkCharacter(head));
    }

    public static Optional<CaseNumber> parse(String text) {
        return isValid(text) ? Optional.of(new CaseNumber(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches() && text.charAt(18) == checkCharacter(text.subSequence(0, 17));
    }

    private static char checkCharacter(CharSequence head) {
        int sum = 0;
        int weight = 1;
        for (int i = 2; i < head.length(); i++) {
            if (head.charAt(i) != '-') {
                sum += ALPHABET.indexOf(head.charAt(i)) * weight;
                weight = weight * 3 % 31;
            }
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return text;
    }
}
