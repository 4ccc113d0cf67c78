package org.onewindow.licences;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What comes next under a number.
 *
 * @param version from 1
 * @param serial of the identifiers that the hub makes under it
 */
record NumberPlace(int version, Serial serial) {

    private static final int LAST = 999;

    static final NumberPlace FIRST = new NumberPlace(1, Serial.OWN);

    /** Of a stock from before there were versions. */
    static final NumberPlace OF_BEFORE = new NumberPlace(1, Serial.DIGITS);

    /** What the serial is made of where the number may not stand there as it is. */
    enum Serial {
        /** What of the number may stand there: so it was once, and another number may have the same. */
        DIGITS,
        /** A keyed hash of the number: nobody learns it from there. */
        OWN
    }

    /** Whether an identifier has room for it. */
    boolean isLeft() {
        return version <= LAST;
    }

    /** Until the transaction ends nobody else issues one of this number, nor one in the place of the other. */
    static NumberPlace of(JdbcClient sql, byte[] number, byte @Nullable [] supersedes) {
        return sql.sql("select version, serial from lic.place_of(:number, :supersedes::bytea)")
                .param("number", number)
                .param("supersedes", supersedes, java.sql.Types.BINARY)
                .query((row, _) -> new NumberPlace(
                        row.getInt("version"),
                        Serial.valueOf(row.getString("serial").toUpperCase(Locale.ROOT))))
                .single();
    }
}
