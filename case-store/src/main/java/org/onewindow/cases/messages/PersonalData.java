package org.onewindow.cases.messages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onewindow.canonical.CreditCode;
import org.onewindow.canonical.ResidentId;

/**
 * Finds personal data in texts that belong together, in three ways: by their form, by the name of the field they stand in (JSON, XML, XML
 * inside a string), and because the same words were found in one of the other texts.
 */
final class PersonalData {

    private static final int SHORTEST_KNOWN = 2;

    private static final Pattern FORMS = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "(?<id>[1-9][0-9]{16}[0-9Xx])"
            + "|(?<phone>(?:\\+?86[ -]?)?1[3-9][0-9]{9})"
            + "|(?<uscc>[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10})"
            + "|(?<account>[0-9]{16,19})"
            + "|(?<token>eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*|(?<=(?:Bearer|Basic) )[A-Za-z0-9._~+/=-]{8,})"
            + ")(?![0-9A-Za-z])");

    private static final Pattern JSON_FIELD =
            Pattern.compile("\"([^\"\\\\]{1,64})\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,400})\"");

    private static final Pattern XML_FIELD = Pattern.compile(
            "(?:<|&lt;)([\\p{L}_][\\p{L}\\p{N}_.:-]{0,63})(?:\\s[^<>&]{0,400})?(?:>|&gt;)([^<>&]{1,400})(?:</|&lt;/)");

    private static final Pattern XML_ATTRIBUTE =
            Pattern.compile("\\s([\\p{L}_][\\p{L}\\p{N}_.:-]{0,63})\\s*=\\s*\"([^\"<>]{1,400})\"");

    private final Map<String, Personal> known = new HashMap<>();

    private PersonalData() {}

    /** What is personal in these texts together. */
    static PersonalData in(List<String> texts) {
        var found = new PersonalData();
        texts.forEach(found::learn);
        return found;
    }

    private void learn(String text) {
        for (var fields : List.of(JSON_FIELD, XML_FIELD, XML_ATTRIBUTE)) {
            for (var field = fields.matcher(text); field.find(); ) {
                var value = field.group(2).strip();
                FieldNames.kindOf(field.group(1)).ifPresent(kind -> know(value, kind));
            }
        }
        for (var form = FORMS.matcher(text); form.find(); ) {
            known.putIfAbsent(form.group(), kindOf(form));
        }
    }

    private void know(String value, Personal kind) {
        boolean mask = value.length() < SHORTEST_KNOWN || value.chars().allMatch(one -> one == '*');
        if (!mask) {
            known.put(value, precise(value, kind));
        }
    }

    /** A field of a document's number holds whatever document it is. */
    private static Personal precise(String value, Personal kind) {
        if (kind != Personal.RESIDENT_ID || value.matches("[1-9][0-9]{16}[0-9Xx]")) {
            return kind;
        }
        return CreditCode.isValid(value) ? Personal.CREDIT_CODE : Personal.DOCUMENT;
    }

    private static Personal kindOf(Matcher form) {
        if (form.group("id") != null) {
            return ResidentId.parse(form.group()).isPresent()
                            || CreditCode.parse(form.group()).isEmpty()
                    ? Personal.RESIDENT_ID
                    : Personal.CREDIT_CODE;
        }
        if (form.group("phone") != null) {
            return Personal.PHONE;
        }
        if (form.group("uscc") != null) {
            return Personal.CREDIT_CODE;
        }
        return form.group("account") != null ? Personal.ACCOUNT : Personal.TOKEN;
    }

    /** What one piece of personal data is to be read as. */
    @FunctionalInterface
    interface Substitute {
        String of(String value, Personal kind);
    }

    /** The text with every piece of it read otherwise, in plain and in percent-encoded words. */
    String read(String text, Substitute substitute) {
        var words = new TreeMap<String, String>(
                Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        known.forEach((value, kind) -> {
            var instead = substitute.of(value, kind);
            words.put(value, instead);
            words.put(encoded(value), encoded(instead));
        });
        if (words.isEmpty()) {
            return text;
        }
        var any = Pattern.compile(words.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(words.get(hit.group())));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
