package org.onewindow.connectors.draft;

/** Texts as they stand in YAML. */
final class YamlText {

    private YamlText() {}

    /** Plain where it can be, else in double quotes. */
    static String of(String text) {
        boolean plain = text.matches("[\\p{L}/][\\p{L}\\p{N} ()._/-]*")
                && !text.endsWith(" ")
                && !text.matches("(?i)true|false|yes|no|on|off|null|y|n");
        return plain
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
