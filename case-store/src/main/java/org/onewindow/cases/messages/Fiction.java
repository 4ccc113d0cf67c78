package org.onewindow.cases.messages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.canonical.CreditCode;
import org.onewindow.canonical.ResidentId;

/**
 * Tells an exchange of people who never were, for samples: the same number always becomes the same other one, with a right check digit.
 *
 * <p>Birthdays are others too; an identity number keeps the sex it tells, for mappings may read it.
 */
public final class Fiction {

    private static final List<String> SURNAMES = List.of("张", "王", "李", "赵", "陈", "刘", "周", "孙", "吴", "郑");
    private static final List<String> GIVEN = List.of("晓", "明", "静", "强", "敏", "磊", "洋", "艳", "勇", "军", "杰", "娟");
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1980, 1, 1);

    private final Map<String, String> told = new HashMap<>();
    private final Map<Personal, Integer> counts = new HashMap<>();

    private Fiction() {}

    public static Masked.Steps of(Payload payload) {
        return Rewritten.of(payload, new Fiction()::tell);
    }

    private String tell(String value, Personal kind) {
        return told.computeIfAbsent(kind + value, _ -> made(value, kind, counts.merge(kind, 1, Integer::sum)));
    }

    private static String made(String value, Personal kind, int n) {
        return switch (kind) {
            case RESIDENT_ID -> residentId(value, n);
            case CREDIT_CODE -> creditCode(n);
            case DOCUMENT -> fill(value, n);
            case NAME -> name(value, n);
            case PHONE ->
                value.substring(0, value.length() - 11) + String.format(Locale.ROOT, "1380013%04d", 8000 + n % 2000);
            case ACCOUNT -> account(value, n);
            case ADDRESS -> "济南市历下区泉城路" + n + "号";
            case TOKEN -> "fictitious";
        };
    }

    private static String residentId(String value, int n) {
        int sex = value.charAt(16) % 2;
        var first = "370102"
                + FIRST_BIRTHDAY.plusDays(n).format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, "%03d", (2 * n) % 998 + sex);
        return first + ResidentId.checkCharacter(first);
    }

    private static String creditCode(int n) {
        var first = String.format(Locale.ROOT, "91370100MA%07d", n);
        return first + CreditCode.checkCharacter(first);
    }

    private static String name(String value, int n) {
        boolean organisation = value.length() > 4 || value.matches(".*(公司|局|厂|店|中心|银行|部)");
        return organisation
                ? "示例单位" + n
                : SURNAMES.get(n % SURNAMES.size()) + GIVEN.get((n / SURNAMES.size() + n) % GIVEN.size());
    }

    /** As long as it was, with a right check digit after Luhn where it is a card's. */
    private static String account(String value, int n) {
        if (!value.matches("[0-9]{12,19}")) {
            return fill(value, n);
        }
        var head = "62220000000000000000".substring(0, value.length() - 5);
        var first = head + String.format(Locale.ROOT, "%04d", n % 10_000);
        return first + luhn(first);
    }

    private static int luhn(String first) {
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            int digit = first.charAt(first.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }

    /** Letters stay letters, digits become the count. */
    private static String fill(String value, int n) {
        var number = String.format(Locale.ROOT, "%019d", n);
        var out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            int fromEnd = value.length() - i;
            out.append(Character.isDigit(one) ? number.charAt(Math.max(0, number.length() - fromEnd)) : one);
        }
        return out.toString();
    }
}
