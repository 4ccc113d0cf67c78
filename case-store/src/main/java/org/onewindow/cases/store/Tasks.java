package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.NextActor;
import org.onewindow.cases.Why;

/** The operator tasks; a decision opens and closes them. */
final class Tasks {

    private static final String SELECT = "select id, number, step_key, kind, why, opened_at, closed_at from task ";

    private Tasks() {}

    static List<Task> open(Connection connection, int limit) throws SQLException {
        return Rows.list(
                connection, SELECT + "where closed_at is null order by opened_at, id limit ?", Tasks::task, limit);
    }

    static List<Task> of(Connection connection, CaseNumber number) throws SQLException {
        return Rows.list(connection, SELECT + "where number = ? order by id", Tasks::task, number.text());
    }

    static Optional<Task> byId(Connection connection, long id) throws SQLException {
        return Rows.first(connection, SELECT + "where id = ?", Tasks::task, id);
    }

    /** The hub itself failed on this case: it is left alone for a while, and an operator is told. */
    static void leaveAlone(Connection connection, CaseNumber number, Instant until, Instant now) throws SQLException {
        Rows.update(connection, "update case_file set alarm_at = ? where number = ?", until, number.text());
        new NewTask(number, Why.of("hub-fault", NextActor.OPERATOR), now).open(connection);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                new CaseNumber(row.getString("number")),
                row.getString("step_key"),
                row.getString("kind"),
                CaseJson.read(row.getString("why"), Why.class),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "closed_at"));
    }
}
