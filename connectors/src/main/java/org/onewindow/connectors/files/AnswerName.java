package org.onewindow.connectors.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of a file in the folder of answers says. */
final class AnswerName {

    private static final Pattern ANSWER =
            Pattern.compile("([0-9a-f]{32})(?:[._-][A-Za-z0-9._-]{0,100})?\\.(?:xml|json)");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    private AnswerName() {}

    /** Still being written, or nothing of the department's. */
    static boolean isUnfinished(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || lower.endsWith(".part") || lower.endsWith(".tmp");
    }

    /** Empty: it names none. */
    static Optional<String> correlation(String name) {
        var found = ANSWER.matcher(name);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Whether it can stay what it is called; others might be somebody's name, or too long for an ending. */
    static boolean isHarmless(String name) {
        return HARMLESS.matcher(name).matches();
    }
}
