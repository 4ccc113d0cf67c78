package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text may be.
 *
 * @param base a type of XML Schema, without its namespace
 * @param values the only ones allowed; empty: any
 * @param patterns regular expressions of XML Schema, all of which must hold
 * @param least the smallest number; null: any
 * @param most the largest number; null: any
 * @param decimals the digits after the point at most; null: any
 * @param fixed the one value; null: free
 * @param example a value that the contract itself gives; null: none
 */
record TextType(
        String base,
        List<String> values,
        List<String> patterns,
        int minLength,
        int maxLength,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Integer decimals,
        @Nullable String fixed,
        @Nullable String example) {

    private static final Set<String> SMALL_NUMBERS =
            Set.of("int", "short", "byte", "unsignedShort", "unsignedByte", "integer32");
    private static final Set<String> WHOLE_NUMBERS = Set.of(
            "integer",
            "nonPositiveInteger",
            "negativeInteger",
            "nonNegativeInteger",
            "positiveInteger",
            "long",
            "unsignedLong",
            "unsignedInt");

    static TextType of(String base) {
        return new TextType(base, List.of(), List.of(), 0, Integer.MAX_VALUE, null, null, null, null, null);
    }

    TextType fixedAs(@Nullable String value) {
        return new TextType(base, values, patterns, minLength, maxLength, least, most, decimals, value, example);
    }

    TextType like(@Nullable String value) {
        return new TextType(base, values, patterns, minLength, maxLength, least, most, decimals, fixed, value);
    }

    boolean isTruth() {
        return base.equals("boolean");
    }

    /** A whole number that every language of the hub keeps exactly. */
    boolean isSmallNumber() {
        return SMALL_NUMBERS.contains(base);
    }

    boolean isWhole() {
        return isSmallNumber() || WHOLE_NUMBERS.contains(base);
    }

    boolean isNumber() {
        return isWhole() || Set.of("decimal", "float", "double").contains(base);
    }

    /** The one value there can be; null: there are several. */
    @Nullable
    String constant() {
        return fixed != null ? fixed : values.size() == 1 ? values.getFirst() : null;
    }

    /** Whether this text will do, as far as can be seen here. */
    boolean accepts(String text) {
        if ((fixed != null && !fixed.equals(text)) || (!values.isEmpty() && !values.contains(text))) {
            return false;
        }
        if (isTruth()) {
            return Set.of("true", "false").contains(text);
        }
        if (isNumber()) {
            return isNumber(text);
        }
        return isDateLike(text)
                && text.length() >= minLength
                && text.length() <= maxLength
                && patterns.stream().allMatch(pattern -> XsdPattern.matches(pattern, text));
    }

    private boolean isNumber(String text) {
        try {
            var number = new BigDecimal(text);
            return (least == null || number.compareTo(least) >= 0)
                    && (most == null || number.compareTo(most) <= 0)
                    && (!isWhole() || number.scale() <= 0)
                    && patterns.stream().allMatch(pattern -> XsdPattern.matches(pattern, text));
        } catch (NumberFormatException no) {
            return false;
        }
    }

    private boolean isDateLike(String text) {
        return switch (base) {
            case "date" -> text.matches("\\d{4}-\\d\\d-\\d\\d");
            case "dateTime" ->
                text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");
            case "time" -> text.matches("\\d\\d:\\d\\d:\\d\\d.*");
            case "gYear" -> text.matches("\\d{4}");
            case "base64Binary" -> text.matches("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
            case "hexBinary" -> text.matches("([0-9A-Fa-f]{2})*");
            default -> true;
        };
    }
}
