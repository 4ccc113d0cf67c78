package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.Why;

/** An operator's task about a whole case, of the kind that its reason says. */
public record NewTask(CaseNumber number, Why why, Instant at) {

    /** In this transaction; while one of its kind is open for the case there is no other. */
    public void open(Connection connection) throws SQLException {
        Rows.update(
                connection,
                "insert into task (number, kind, why, opened_at) values (?, ?, ?::jsonb, ?) on conflict do nothing",
                number.text(),
                why.code(),
                CaseJson.write(why),
                at);
    }
}
