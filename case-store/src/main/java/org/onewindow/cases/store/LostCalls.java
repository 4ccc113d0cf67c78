package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.onewindow.canonical.CaseNumber;

/** The acts that a process was calling when it was lost. */
final class LostCalls {

    private static final String LOST = "state = 'calling' and " + HubNodes.DEAD;

    static final String CASES = "select distinct number from step where " + LOST + " limit ?";

    private static final String STEPS = "select key from step where number = ? and " + LOST;

    private LostCalls() {}

    static List<CaseNumber> cases(Connection connection, boolean silenceCounts, int max) throws SQLException {
        return Rows.list(connection, CASES, row -> new CaseNumber(row.getString("number")), silenceCounts, max);
    }

    /** The steps of one case; asked under its lock. */
    static Set<String> steps(Connection connection, CaseNumber number, boolean silenceCounts) throws SQLException {
        return Set.copyOf(Rows.list(connection, STEPS, row -> row.getString("key"), number.text(), silenceCounts));
    }
}
