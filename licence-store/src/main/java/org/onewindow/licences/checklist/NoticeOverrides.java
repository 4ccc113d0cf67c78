package org.onewindow.licences.checklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.Demand;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.licences.Actor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes down by whom and why more is asked than the notice did, in the transaction that has the case looked at again: both happen or
 * neither. Without its row the database keeps no list that grows.
 */
public final class NoticeOverrides implements InTransaction {

    private static final String OVERRIDE =
            "select mat.override_notice(" + Actor.SQL + ", :now, :case, string_to_array(:demanded, ' '), :reason)";

    private final Clock clock;

    public NoticeOverrides(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        for (var command : commands) {
            if (command instanceof Command.OverrideNotice override) {
                carryOut(connection, decided, override);
            }
        }
    }

    private void carryOut(Connection connection, CaseSnapshot decided, Command.OverrideNotice override)
            throws SQLException {
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var demanded = override.demands().stream().map(Demand::key).collect(Collectors.joining(" "));
        try {
            var verdict = new Actor(override.by(), "hub", null, null)
                    .bind(sql.sql(OVERRIDE))
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                    .param("case", decided.number().text())
                    .param("demanded", demanded)
                    .param("reason", override.reason())
                    .query(String.class)
                    .single();
            if (!verdict.equals("ok")) {
                throw new IllegalStateException("case " + decided.number() + " is not to be looked at again");
            }
        } catch (DataAccessException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }
}
