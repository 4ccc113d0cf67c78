package org.onewindow.benchmarks.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the licence store: ten licences a holder, of five types, every tenth of them over; content as long as that of a small licence. */
final class LicenceStock {

    static final int A_HOLDER = 10;

    private static final int CHUNK = 200_000;

    private static final String PREPARE =
            """
            set synchronous_commit = off;
            set jit = off;
            create or replace function pg_temp.holder(i bigint) returns bytea language sql immutable
                return substr(sha256(('holder ' || i)::bytea), 1, 16)""";

    private static final String[] COPIES = {
        """
        insert into lic.licence (id, holder, type, issuer, number, version, state, issued_on, valid_from, valid_to, source, source_as_of,
            identifier_check, recorded_at)
        select 'lic_' || left(md5('licence ' || i), 26), pg_temp.holder(i / 10), 'type-' || i %% 5, '11990100MB99900173',
            substr(sha256(('number ' || i)::bytea), 1, 16), 1, 'valid', '2020-01-01', '2020-01-01',
            case when i %% 10 = 0 then date '2021-01-01' end, 'converted', now(), 'ok', now()
        from generate_series(%1$d::bigint, %2$d) i""",
        """
        insert into lic.number select l.number, l.id, l.holder from lic.licence l
            join generate_series(%1$d::bigint, %2$d) i on l.holder = pg_temp.holder(i / 10) and l.id = 'lic_' || left(md5('licence ' || i), 26)""",
        """
        insert into lic.version (id, holder, version, content, sha256, key_holders, keys, issued_on, recorded_at, recorded_by)
        select 'lic_' || left(md5('licence ' || i), 26), pg_temp.holder(i / 10), 1,
            sha256(('a' || i)::bytea) || sha256(('b' || i)::bytea) || sha256(('c' || i)::bytea) || sha256(('d' || i)::bytea),
            sha256(('e' || i)::bytea), array[pg_temp.holder(i / 10)], array[sha256(('f' || i)::bytea)], '2020-01-01', now(), 'bench'
        from generate_series(%1$d::bigint, %2$d) i"""
    };

    private final Connection connection;

    LicenceStock(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        execute(PREPARE);
    }

    /** Fills it, then tidies up as autovacuum would have done in the meantime. */
    void fill(long licences) throws SQLException {
        for (long from = 0; from < licences; from += CHUNK) {
            long last = Math.min(licences, from + CHUNK) - 1;
            for (var copy : COPIES) {
                execute(copy.formatted(from, last));
            }
        }
        execute("vacuum analyze");
        execute("checkpoint");
    }

    long bytes() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        """
                        select sum(pg_total_relation_size(c.oid)) from pg_class c
                        where c.relnamespace = 'lic'::regnamespace and c.relkind = 'r'""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
