package org.onewindow.routes;

import java.util.List;
import org.onewindow.licences.LicenceImports;

/** What became of a line of a stock. */
public sealed interface StockOutcome {

    record Done(LicenceImports.Taken taken) implements StockOutcome {}

    /** Nothing of it was kept. */
    record Refused(List<Violation> violations) implements StockOutcome {}
}
