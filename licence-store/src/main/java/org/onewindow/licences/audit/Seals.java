package org.onewindow.licences.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The seals, as they are kept. */
final class Seals {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient sql;

    Seals(JdbcClient sql) {
        this.sql = sql;
    }

    /** A seal with the signature under it, in hex. */
    record Signed(Seal seal, String signature) {}

    Optional<Signed> last() {
        return sql.sql("select * from audit.seal order by batch desc limit 1")
                .query(Seals::signed)
                .optional();
    }

    /** Those that follow this batch, at most so many. */
    List<Signed> after(long batch, int limit) {
        return sql.sql("select * from audit.seal where batch > ? order by batch limit ?")
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
                HEX.formatHex(row.getBytes("signature")));
    }
}
