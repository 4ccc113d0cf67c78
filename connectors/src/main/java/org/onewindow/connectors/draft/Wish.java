package org.onewindow.connectors.draft;

import java.util.List;
import org.onewindow.canonical.Localised;

/**
 * What is wished of a draft.
 *
 * @param id the department's, kebab-case
 * @param operations the contract's names of those to describe; empty: all, if there are not too many
 * @param queue where a department of the city's broker listens; empty: it is reached otherwise
 * @param files whether messages are exchanged as files; without it and without a queue it is reached by HTTP
 */
public record Wish(String id, Localised name, List<String> operations, String queue, boolean files) {

    /** Of a department that is reached by HTTP. */
    public static Wish byHttp(String id, Localised name, List<String> operations) {
        return new Wish(id, name, operations, "", false);
    }

    /** So many operations are described where nobody chose. */
    public static final int MOST_OPERATIONS = 12;

    String setting() {
        return id.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
