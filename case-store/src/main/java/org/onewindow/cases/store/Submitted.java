package org.onewindow.cases.store;

import java.util.List;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;

/** What became of a submission. */
public sealed interface Submitted {

    /**
     * A new case, durably stored.
     *
     * @param opened the case as it was stored
     * @param commands for the caller to carry out
     */
    record Accepted(CaseSnapshot opened, List<Command> commands) implements Submitted {
        public Accepted {
            commands = List.copyOf(commands);
        }

        public CaseNumber number() {
            return opened.number();
        }
    }

    /** The same request came before and opened this case. */
    record Replayed(CaseNumber number) implements Submitted {}

    /** Another submission with this key is being stored at this moment. */
    record InFlight() implements Submitted {}

    /** The key stands for another request. */
    record KeyReused() implements Submitted {}

    /** The matter allows one open case for this value, and there is one. */
    record AlreadyOpen(CaseNumber number) implements Submitted {}
}
