package org.onewindow.connectors.contract;

import java.util.List;
import org.onewindow.config.Diagnostic;

/** What the contract doctor says. */
public sealed interface Verdict {

    /** It can be used as it is. */
    record Usable(Contract contract, List<Remark> notes) implements Verdict {}

    /** It can be used after what was done to its copy; the original stays as it is. */
    record Repaired(Contract contract, List<Remark> repairs, List<Remark> notes) implements Verdict {}

    /** It cannot be used. */
    record Unusable(List<Diagnostic> faults) implements Verdict {}

    static Verdict of(Contract contract, List<Remark> repairs, List<Remark> notes) {
        return repairs.isEmpty() ? new Usable(contract, notes) : new Repaired(contract, repairs, notes);
    }
}
