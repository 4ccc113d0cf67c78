package org.onewindow.connectors.draft;

import java.math.BigDecimal;
import java.util.Optional;

/** A text that a type takes, always the same. */
final class SampleText {

    private static final String DAY = "2026-11-24";

    private SampleText() {}

    /**
     * The sample.
     *
     * @param name what a free text says: the field's own name shows where it went
     */
    static String of(TextType type, String name) {
        var constant = type.constant();
        if (constant != null) {
            return constant;
        }
        if (type.example() != null && type.accepts(type.example())) {
            return type.example();
        }
        if (!type.values().isEmpty()) {
            return type.values().getFirst();
        }
        var patterned = type.patterns().stream()
                .map(PatternSample::of)
                .flatMap(Optional::stream)
                .map(text -> padded(text, type))
                .filter(type::accepts)
                .findFirst();
        return patterned.orElseGet(() -> type.isNumber() ? number(type) : text(type, name));
    }

    /** Digits repeated at the end reach a length that the pattern leaves open. */
    private static String padded(String text, TextType type) {
        return text.length() >= type.minLength() || text.isEmpty()
                ? text
                : text + text.substring(text.length() - 1).repeat(type.minLength() - text.length());
    }

    private static String number(TextType type) {
        var number = BigDecimal.ONE;
        if (type.base().equals("nonPositiveInteger") || type.base().equals("negativeInteger")) {
            number = BigDecimal.ONE.negate();
        }
        if (type.least() != null && number.compareTo(type.least()) < 0) {
            number = type.least();
        }
        if (type.most() != null && number.compareTo(type.most()) > 0) {
            number = type.most();
        }
        return number.stripTrailingZeros().toPlainString();
    }

    private static String text(TextType type, String name) {
        return switch (type.base()) {
            case "boolean" -> "true";
            case "date" -> DAY;
            case "dateTime" -> DAY + "T09:30:15+08:00";
            case "time" -> "09:30:15";
            case "gYear" -> "2026";
            case "gYearMonth" -> "2026-11";
            case "gMonth" -> "--11";
            case "gDay" -> "---24";
            case "gMonthDay" -> "--11-24";
            case "duration" -> "P1D";
            case "base64Binary" -> fitted("c2FtcGxl", type, 4);
            case "hexBinary" -> fitted("73616D", type, 2);
            case "language" -> "zh";
            case "anyURI" -> fitted("urn:sample:" + name.replaceAll("[^A-Za-z0-9]", ""), type, 1);
            case "email" -> "sample@example.invalid";
            case "uuid" -> "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a02";
            case "QName", "NCName", "ID", "IDREF", "Name", "NMTOKEN", "ENTITY" ->
                fitted(name.replaceAll("[^A-Za-z0-9_]", "") + "1", type, 1);
            default -> fitted(name, type, 1);
        };
    }

    /** Cut or drawn out to the length that is asked for. */
    private static String fitted(String text, TextType type, int unit) {
        var fitted = text.isEmpty() ? "x" : text;
        int least = unit == 1 ? type.minLength() : 0;
        while (fitted.length() < least) {
            fitted += fitted;
        }
        if (unit == 1 && type.maxLength() < fitted.length()) {
            return fitted.substring(0, type.maxLength());
        }
        return least > 0 && fitted.length() > least && text.length() < least ? fitted.substring(0, least) : fitted;
    }
}
