package org.onewindow.licences.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on the face of a licence (照面).
 *
 * @param title the name of the licence's type
 * @param identifier its GB/T 36904 identifier
 * @param issuer who seals it
 * @param rows what it says, in order; as many pages are made as it takes
 * @param marks what is put on it besides
 */
public record Sheet(String title, String identifier, String issuer, List<Row> rows, Marks marks) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** One line: what it is, and what it says; both may take several lines. */
    public record Row(String label, String value) {}

    /** The same face, for one use or one holder. */
    public Sheet marked(Marks other) {
        return new Sheet(title, identifier, issuer, rows, other);
    }

    /** Every text on it, in any order. */
    String text() {
        return Stream.concat(
                        Stream.of(title, identifier, issuer, marks.text()),
                        rows.stream().flatMap(row -> Stream.of(row.label(), row.value())))
                .collect(Collectors.joining())
                .replace("\n", "");
    }
}
