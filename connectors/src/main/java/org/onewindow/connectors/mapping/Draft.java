package org.onewindow.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A stored message taken apart: its content with holes, and what they look like.
 *
 * <p>Stored as one line {@code hub-message/1 TOKEN} and the content in UTF-8.
 */
public record Draft(Holes holes, String content) {

    private static final String FIRST_WORD = "hub-message/1 ";

    public byte[] bytes() {
        return (FIRST_WORD + holes.token() + "\n" + content).getBytes(UTF_8);
    }

    public static Draft of(byte[] stored) {
        var text = new String(stored, UTF_8);
        int end = text.indexOf('\n');
        if (!text.startsWith(FIRST_WORD) || end < 0) {
            throw new IllegalArgumentException("not a stored message of this hub");
        }
        return new Draft(Holes.of(text.substring(FIRST_WORD.length(), end)), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return "Draft[" + content.length() + " characters]";
    }
}
