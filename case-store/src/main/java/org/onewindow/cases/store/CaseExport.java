package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** Cases for checks from outside, one JSON object each: what happened when, and no personal data. */
final class CaseExport {

    private static final String SELECT =
            """
            select jsonb_build_object(
                'case', f.number, 'matter', f.matter, 'revision', f.matter_revision, 'client', f.client,
                'state', f.state, 'receivedAt', f.received_at, 'finishedAt', f.finished_at,
                'steps', (select jsonb_agg(jsonb_build_object('key', s.key, 'step', s.step, 'state', s.state,
                        'department', s.department, 'attempts', s.body -> 'calls' -> 'attempts',
                        'startedAt', s.body -> 'startedAt', 'finishedAt', s.body -> 'finishedAt') order by s.key)
                    from step s where s.number = f.number),
                'attempts', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', a.key, 'purpose', a.purpose,
                        'attempt', a.attempt, 'phase', a.phase, 'node', a.node, 'at', a.at, 'outcome', a.outcome,
                        'cause', a.cause, 'effectKey', a.effect_key, 'sent', encode(a.sha256, 'hex'))) order by a.id)
                    from attempt a where a.number = f.number),
                'trace', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', e.seq, 'at', e.at,
                        'kind', e.kind, 'step', e.step, 'hash', encode(e.hash, 'hex'))) order by e.seq)
                    from case_event e where e.number = f.number)
            ) from case_file f where f.received_at >= ? order by f.received_at, f.number""";

    private CaseExport() {}

    /** Reads through a cursor, so that any number of cases fits into memory. */
    static void write(Connection connection, Instant from, Consumer<String> line) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = Rows.prepare(connection, SELECT, from)) {
            statement.setFetchSize(100);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    line.accept(rows.getString(1));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
