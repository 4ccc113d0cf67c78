package org.onewindow.simulators.city;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Checks of identity numbers, made by the departments for themselves: GB 11643 and GB 32100. */
public final class IdentityNumbers {

    private static final Pattern RESIDENT = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CREDIT = Pattern.compile("[" + CREDIT_ALPHABET + "]{18}");
    private static final Pattern TRAVEL_DOCUMENT = Pattern.compile("[A-Z0-9]{5,20}");

    private IdentityNumbers() {}

    public static boolean isResident(String number) {
        return RESIDENT.matcher(number).matches()
                && isDate(number.substring(6, 14))
                && "10X98765432".charAt(residentSum(number) % 11) == number.charAt(17);
    }

    public static boolean isCreditCode(String code) {
        if (!CREDIT.matcher(code).matches()) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** Passports and travel permits: no check character, so only their look. */
    public static boolean isTravelDocument(String number) {
        return TRAVEL_DOCUMENT.matcher(number).matches();
    }

    private static int residentSum(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        }
        return sum;
    }

    private static boolean isDate(String digits) {
        try {
            LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
