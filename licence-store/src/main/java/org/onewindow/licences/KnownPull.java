package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.keys.HolderId;

/**
 * What the store has under a number that an issuer speaks of.
 *
 * @param asOf of when the issuer's last word is
 * @param said the digest of what it said when it was asked, of this version; null: it was not asked
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by its bytes
record KnownPull(int version, String state, Instant asOf, Set<HolderId> holders, byte @Nullable [] said) {

    static KnownPull of(ResultSet row, int index) throws SQLException {
        return new KnownPull(
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
