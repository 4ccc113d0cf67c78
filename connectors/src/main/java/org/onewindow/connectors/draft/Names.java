package org.onewindow.connectors.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The hub's names for what contracts call otherwise. */
final class Names {

    private static final int LONGEST = 50;
    private static final Pattern LOOK_UP = Pattern.compile(
            "(get|query|find|search|list|check|lookup|look|select|fetch|read|inquire|inquiry|enquire|count|verify|validate|show"
                    + "|retrieve|status|is|has|cx|chaxun|hq|jy|hc|download|ping|echo)(-.*)?|.*-(query|search|inquiry|lookup|status|list|cx)");

    private Names() {}

    /** A name in kebab-case that none of the others has. */
    static String kebab(String name, Set<String> taken) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[-0-9]+|-+$", "");
        var plain = words.isEmpty()
                ? "operation"
                : words.substring(0, Math.min(LONGEST, words.length())).replaceAll("-+$", "");
        var unique = plain;
        for (int number = 2; taken.contains(unique); number++) {
            unique = plain + "-" + number;
        }
        return unique;
    }

    static boolean isLookUp(String kebab) {
        return LOOK_UP.matcher(kebab).matches();
    }
}
