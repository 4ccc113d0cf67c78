package org.onewindow.routes;

import org.onewindow.canonical.CaseNumber;

/**
 * What a message on the hub's own queues says: look at this step. It carries no truth; losing it costs time only.
 *
 * @param step the step's key; empty: the case as a whole
 */
record Hint(CaseNumber number, String step) {

    static Hint parse(String text) {
        int blank = text.indexOf(' ');
        return new Hint(new CaseNumber(text.substring(0, blank)), text.substring(blank + 1));
    }

    String text() {
        return number.text() + " " + step;
    }
}
