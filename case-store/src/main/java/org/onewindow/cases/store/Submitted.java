package org.onewindow.cases.store;

import org.onewindow.canonical.CaseNumber;

/** What became of a submission. */
public sealed interface Submitted {

    /** A new case, durably stored. */
    record Accepted(CaseNumber number) implements Submitted {}

    /** The same request came before and opened this case. */
    record Replayed(CaseNumber number) implements Submitted {}

    /** Another submission with this key is being stored at this moment. */
    record InFlight() implements Submitted {}

    /** The key stands for another request. */
    record KeyReused() implements Submitted {}

    /** The matter allows one open case for this value, and there is one. */
    record AlreadyOpen(CaseNumber number) implements Submitted {}
}
