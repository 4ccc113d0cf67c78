package org.onewindow.config;

import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The text of a scalar as it stands in the file: leads from a character of its value back to line and column, through quotes, escapes,
 * folded lines and blocks.
 *
 * @param raw from the opening quote or block mark on; of a plain scalar the text itself
 * @param value what YAML makes of it
 */
record ScalarText(String raw, String value) {

    static final ScalarText NONE = new ScalarText("", "");

    static ScalarText of(ScalarEvent event, int[] file) {
        int start = event.getStartMark().getIndex();
        return new ScalarText(new String(file, start, event.getEndMark().getIndex() - start), event.getValue());
    }

    /** Blanks do not count: they are what folding and indentation change. */
    Place placeAt(Place start, int offset) {
        long wanted = value.substring(0, Math.clamp(offset, 0, value.length()))
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
        int at = startOfText();
        while (at < raw.length()) {
            int length = lengthOfCharacterAt(at);
            boolean blank = isBlank(at, length);
            if (!blank && wanted-- == 0) {
                break;
            }
            at += length;
        }
        return placeOf(start, at);
    }

    /** Where the character at this offset of the raw text stands. */
    Place placeAfter(Place start, int offset) {
        return placeOf(start, offset);
    }

    private int startOfText() {
        if (isBlock()) {
            return Math.max(0, raw.indexOf('\n'));
        }
        return isQuoted() ? 1 : 0;
    }

    private boolean isBlock() {
        return raw.startsWith("|") || raw.startsWith(">");
    }

    private boolean isQuoted() {
        return raw.startsWith("\"") || raw.startsWith("'");
    }

    private int lengthOfCharacterAt(int at) {
        if (raw.startsWith("'") && raw.startsWith("''", at)) {
            return 2;
        }
        if (!raw.startsWith("\"") || raw.charAt(at) != '\\' || at + 1 >= raw.length()) {
            return 1;
        }
        return switch (raw.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private boolean isBlank(int at, int length) {
        return length == 1
                ? Character.isWhitespace(raw.charAt(at))
                : raw.charAt(at) == '\\' && "ntr \n\t_".indexOf(raw.charAt(at + 1)) >= 0;
    }

    private Place placeOf(Place start, int at) {
        int line = start.line();
        int column = start.column();
        for (int i = 0; i < Math.min(at, raw.length()); i++) {
            if (raw.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(raw.charAt(i))) {
                column++;
            }
        }
        return new Place(start.file(), line, column);
    }
}
