package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;

/** Does its part of a decision in the decision's own transaction, such as issuing a licence: both happen or neither. */
@FunctionalInterface
public interface InTransaction {

    /** Called before the commit of each decision that has commands; must not commit, roll back or close. */
    void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException;
}
