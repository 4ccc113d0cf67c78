package org.onewindow.benchmarks.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.onewindow.canonical.CaseNumber;

/**
 * Fills the case store with finished cases: copies of one that the hub finished, with numbers, times, keys and people of their own,
 * as if one had come in every half minute until then.
 */
final class GrownCases {

    private static final int CHUNK = 20_000;
    private static final Duration APART = Duration.ofSeconds(30);

    /** Foreign keys and the outbox are not looked at: every row is the copy of one that was. */
    private static final String PREPARE =
            """
            set session_replication_role = replica;
            set synchronous_commit = off;
            set jit = off;
            create temporary table grown (number text primary key, age interval not null, person text not null)""";

    private static final String NUMBERS =
            """
            insert into grown select n.number, (? - n.place) * interval '30 seconds',
                encode(sha256(convert_to('person ' || (? - n.place) % 200000, 'UTF8')), 'hex')
            from unnest(?::text[]) with ordinality as n(number, place)""";

    private static final List<String> COPIES = List.of(
            """
            insert into case_file (number, matter, matter_revision, client, subject, mandate, state, version, alarm_at, received_at,
                finished_at, open_key, provisional, seed, request, progress, trace_count, trace_head)
            select g.number, t.matter, t.matter_revision, t.client, t.subject, t.mandate, t.state, t.version, null,
                t.received_at - g.age, t.finished_at - g.age, null, t.provisional, t.seed, t.request, t.progress, t.trace_count,
                t.trace_head
            from grown g, case_file t where t.number = ? order by g.age desc""",
            """
            insert into step (number, key, step, state, purpose, department, undo_department, correlation, body)
            select g.number, t.key, t.step, t.state, t.purpose, t.department, t.undo_department,
                case when t.correlation is not null then md5(g.number || t.key) end, t.body
            from grown g, step t where t.number = ? order by g.age desc""",
            """
            insert into party_of_case (id_hash, received_at, number, role)
            select g.person, t.received_at - g.age, g.number, t.role
            from grown g, party_of_case t where t.number = ? order by g.age desc""",
            """
            insert into submission (client, idempotency_key, request_hash, number, at)
            select t.client, 'grown-' || g.number, t.request_hash, g.number, t.at - g.age
            from grown g, submission t where t.number = ? order by g.age desc""",
            """
            insert into message (number, key, about, revision, bytes, sha256, stored_at)
            select g.number, t.key, t.about, t.revision, t.bytes, t.sha256, t.stored_at - g.age
            from grown g, message t where t.number = ? order by g.age desc""",
            """
            insert into reply_seen (number, key, department, reply_id, at)
            select g.number, t.key, t.department, t.reply_id, t.at - g.age
            from grown g, reply_seen t where t.number = ? order by g.age desc""",
            """
            insert into attempt (number, key, purpose, attempt, phase, node, at, outcome, cause, effect_key, sha256)
            select g.number, t.key, t.purpose, t.attempt, t.phase, t.node, t.at - g.age, t.outcome, t.cause,
                case when t.effect_key is not null then gen_random_uuid() end, t.sha256
            from grown g, attempt t where t.number = ? order by g.age desc, t.id""",
            """
            insert into case_event (number, seq, at, kind, step, details, hash)
            select g.number, t.seq, t.at - g.age, t.kind, t.step, t.details, t.hash
            from grown g, case_event t where t.number = ? order by g.age desc, t.seq""");

    private final Connection connection;
    private final String original;

    /** @param original the number of a finished case */
    GrownCases(Connection connection, String original) throws SQLException {
        this.connection = connection;
        this.original = original;
        connection.setAutoCommit(true);
        execute(PREPARE);
    }

    /** Adds copies until there are so many cases, then tidies up as autovacuum would have done in the meantime. */
    void growTo(long cases) throws SQLException {
        for (long missing = cases - count(); missing > 0; missing -= CHUNK) {
            copy(missing, (int) Math.min(CHUNK, missing));
        }
        execute("vacuum analyze");
        execute("checkpoint");
    }

    long count() throws SQLException {
        return number("select count(*) from case_file");
    }

    long bytes() throws SQLException {
        return number("select pg_database_size(current_database())");
    }

    /** @param oldest how many half minutes before the original the first of them came in */
    private void copy(long oldest, int count) throws SQLException {
        var numbers = new String[count];
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 0; i < count; i++) {
            numbers[i] = CaseNumber.on(
                            today.minusDays(APART.multipliedBy(oldest - i).toDays()))
                    .text();
        }
        execute("truncate grown");
        try (var statement = connection.prepareStatement(NUMBERS)) {
            statement.setLong(1, oldest);
            statement.setLong(2, oldest);
            statement.setArray(3, connection.createArrayOf("text", numbers));
            statement.execute();
        }
        for (var sql : COPIES) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, original);
                statement.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
