package org.onewindow.connectors.draft;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as XML Schema writes them; the JDK's are nearly the same. */
final class XsdPattern {

    private static final int LONGEST = 500;

    private XsdPattern() {}

    /** Whether the whole text matches; a pattern that cannot be tried here matches nothing. */
    static boolean matches(String pattern, String text) {
        if (pattern.length() > LONGEST) {
            return false;
        }
        try {
            return Pattern.matches(java(pattern), text);
        } catch (PatternSyntaxException | StackOverflowError untried) {
            return false;
        }
    }

    private static String java(String pattern) {
        return pattern.replace("\\i", "[A-Za-z_:]")
                .replace("\\c", "[A-Za-z0-9._:-]")
                .replace("\\p{Is", "\\p{In")
                .replace("^", pattern.contains("[^") ? "^" : "\\^");
    }
}
