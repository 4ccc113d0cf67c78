package org.onewindow.licences.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * That the rows of a batch are not kept any longer, as the hub signed it: whoever has only the database cannot say so.
 *
 * @param at a whole millisecond
 * @param signature in hex
 */
record EndOfBatch(Instant at, String signature) {

    /** For how long they are kept whatever is configured (网络安全法 art. 21). */
    static final Period AT_LEAST = Period.ofMonths(6);

    private static final HexFormat HEX = HexFormat.of();

    static @Nullable EndOfBatch of(ResultSet row) throws SQLException {
        var at = row.getObject("ended_at", OffsetDateTime.class);
        return at == null ? null : new EndOfBatch(at.toInstant(), HEX.formatHex(row.getBytes("end_signature")));
    }

    /** What is signed. */
    static byte[] signed(Seal seal, Instant at) {
        return "ended|%d|%s|%d"
                .formatted(seal.batch(), seal.root(), at.toEpochMilli())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the hub ended this batch, and not before its time. */
    boolean holds(Seal seal, SealKey key) {
        var earliest = seal.at().atOffset(ZoneOffset.UTC).plus(AT_LEAST).toInstant();
        return !at.isBefore(earliest) && key.verifies(signed(seal, at), HEX.parseHex(signature));
    }
}
