package org.onewindow.licences.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the face of a licence (照面).
 *
 * @param title the name of the licence's type
 * @param identifier its GB/T 36904 identifier
 * @param issuer who seals it
 * @param rows what it says, in order; at most {@value #MOST_ROWS}
 * @param note of a copy: for whom and what it may be used, across the sheet, in one or several lines; null: the original
 */
public record Sheet(String title, String identifier, String issuer, List<Row> rows, @Nullable String note) {

    public static final int MOST_ROWS = 16;

    public Sheet {
        rows = List.copyOf(rows);
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a sheet holds " + MOST_ROWS + " rows, not " + rows.size()
                    + ": leave some to the licence's fields");
        }
    }

    /** One line: what it is, and what it says. */
    public record Row(String label, String value) {}

    /** The same licence, for one use only. */
    public Sheet noted(String text) {
        return new Sheet(title, identifier, issuer, rows, text);
    }

    /** Every text on it, in any order. */
    String text() {
        return Stream.concat(
                        Stream.of(title, identifier, issuer, note == null ? "" : note.replace("\n", "")),
                        rows.stream().flatMap(row -> Stream.of(row.label(), row.value())))
                .collect(Collectors.joining());
    }
}
