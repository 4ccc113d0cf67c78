package org.onewindow.routes;

import java.util.List;
import org.onewindow.licences.StockTaken;

/** What became of a line of a stock. */
public sealed interface StockOutcome {

    record Done(StockTaken taken) implements StockOutcome {}

    /** Nothing of it was kept. */
    record Refused(List<Violation> violations) implements StockOutcome {}
}
