package org.onewindow.hub.command;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Some lines of a file, as many as one request takes.
 *
 * @param before how many lines are before them
 * @param after how many there are up to their end
 */
record StockPiece(String text, int before, int after) {

    private static final int LINES = 500;
    private static final int CHARACTERS = 2_000_000;

    /** The next ones; empty at the end. */
    static StockPiece of(BufferedReader lines, int before) throws IOException {
        var text = new StringBuilder();
        int after = before;
        while (after - before < LINES && text.length() < CHARACTERS) {
            var line = lines.readLine();
            if (line == null) {
                break;
            }
            text.append(line).append('\n');
            after++;
        }
        return new StockPiece(text.toString(), before, after);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
