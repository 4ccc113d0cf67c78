package org.onewindow.licences.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The seals, as they are kept. */
final class Seals {

    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT =
            """
            select s.*, e.ended_at, e.signature as end_signature
            from audit.seal s left join audit.ended e on e.batch = s.batch
            """;

    private final JdbcClient sql;

    Seals(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A seal with the signature under it, in hex.
     *
     * @param ended that its rows are not kept any longer; null: they are
     */
    record Signed(Seal seal, String signature, @Nullable EndOfBatch ended) {}

    /** Whether this transaction is the only one that adds to them or ends a batch. */
    boolean areMine() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('audit.seal'))")
                .query(Boolean.class)
                .single();
    }

    Optional<Signed> last() {
        return sql.sql(SELECT + "order by s.batch desc limit 1")
                .query(Seals::signed)
                .optional();
    }

    /** The oldest whose rows are still kept, if it was made before then. */
    Optional<Signed> oldestBefore(Instant then) {
        return sql.sql(SELECT + "where s.batch = (select coalesce(max(batch), 0) + 1 from audit.ended)")
                .query(Seals::signed)
                .optional()
                .filter(oldest -> oldest.seal().at().isBefore(then));
    }

    /** Those that follow this batch, at most so many. */
    List<Signed> after(long batch, int limit) {
        return sql.sql(SELECT + "where s.batch > ? order by s.batch limit ?")
                .params(batch, limit)
                .query(Seals::signed)
                .list();
    }

    void add(Seal seal, byte[] signature) {
        sql.sql(
                        """
                        insert into audit.seal (batch, from_xid, until_xid, seqs, leaves, root, previous, sealed_at, signature)
                        values (?, ?::text::xid8, ?::text::xid8, ?, ?, ?, ?, ?, ?)""")
                .params(
                        seal.batch(),
                        Long.toString(seal.from()),
                        Long.toString(seal.until()),
                        seal.rows().toArray(Long[]::new),
                        seal.leafBytes(),
                        HEX.parseHex(seal.root()),
                        HEX.parseHex(seal.previous()),
                        seal.at().atOffset(ZoneOffset.UTC),
                        signature)
                .update();
    }

    private static Signed signed(ResultSet row, int index) throws SQLException {
        return new Signed(
                new Seal(
                        row.getLong("batch"),
                        Long.parseLong(row.getString("from_xid")),
                        Long.parseLong(row.getString("until_xid")),
                        List.of((Long[]) row.getArray("seqs").getArray()),
                        Seal.leaves(row.getBytes("leaves")),
                        HEX.formatHex(row.getBytes("root")),
                        HEX.formatHex(row.getBytes("previous")),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant()),
                HEX.formatHex(row.getBytes("signature")),
                EndOfBatch.of(row));
    }
}
