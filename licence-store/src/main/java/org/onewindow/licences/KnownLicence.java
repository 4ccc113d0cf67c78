package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the store has under a number that an issuer speaks of.
 *
 * @param asOf of when the issuer's last word is
 * @param said the digest of what it said when it was asked, of this version; null: it was not asked
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by its bytes
record KnownLicence(String id, int version, String state, Instant asOf, Set<HolderId> holders, byte @Nullable [] said) {

    /** It is the transaction's own until that ends: nobody else adds, renews or changes one of this number. */
    static Optional<KnownLicence> find(JdbcClient inside, byte[] number, String issuer) {
        return inside.sql("select * from lic.pull_of(?, ?)")
                .params(number, issuer)
                .query(KnownLicence::of)
                .optional();
    }

    private static KnownLicence of(ResultSet row, int index) throws SQLException {
        return new KnownLicence(
                row.getString("id"),
                row.getInt("version"),
                row.getString("state"),
                row.getObject("source_as_of", OffsetDateTime.class).toInstant(),
                Arrays.stream((byte[][]) row.getArray("holders").getArray())
                        .map(one -> new HolderId(HexFormat.of().formatHex(one)))
                        .collect(Collectors.toSet()),
                row.getBytes("said"));
    }

    boolean isInForce() {
        return state.equals("valid");
    }

    /** Suspended it may come back. */
    boolean isOver() {
        return !isInForce() && !state.equals("suspended");
    }
}
