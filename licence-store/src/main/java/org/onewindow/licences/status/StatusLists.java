package org.onewindow.licences.status;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list of states an issuer, for verifiers that are cut off. A licence has a place from when its holder first takes it along; the
 * place is drawn at random, so that no number, holder or day of issue leads to it.
 */
public final class StatusLists {

    /** How many bits a state has: 0 in force, 1 over for good, 2 suspended. */
    public static final int BITS = StatusBits.BITS;

    private static final int DRAWN = 32;
    private static final int TRIES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public StatusLists(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** Gives the holder's licence its place; the same again gives the same. */
    public TakenAlong takeAlong(Actor holder, String licence, String issuer) {
        for (int i = 0; i < TRIES; i++) {
            var taken = taken(holder, licence, issuer);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new IllegalStateException("the status list of " + issuer + " has no free place");
    }

    private Optional<TakenAlong> taken(Actor holder, String licence, String issuer) {
        return holder.bind(sql.sql(
                        "select outcome, version, place from lic.take_along(" + Actor.SQL + ", :now, :id, :drawn)"))
                .param("now", now())
                .param("id", licence)
                .param("drawn", drawn(issuer))
                .query(StatusLists::taken)
                .single();
    }

    private static Optional<TakenAlong> taken(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        if (!outcome.equals("ok")) {
            return Optional.of(new TakenAlong.Refused(outcome));
        }
        @Nullable Integer place = row.getObject("place", Integer.class);
        return place == null ? Optional.empty() : Optional.of(new TakenAlong.Placed(row.getInt("version"), place));
    }

    private Integer[] drawn(String issuer) {
        int places = places(issuer);
        var decoys = new Decoys(hash, issuer);
        return RANDOM.ints(0, places)
                .filter(place -> decoys.at(place) == 0)
                .limit(DRAWN)
                .boxed()
                .toArray(Integer[]::new);
    }

    /** The issuer's whole list as it stands now: {@link #BITS} a place, packed by zlib (RFC 1950). */
    public byte[] packed(String issuer) {
        var bits = new StatusBits(places(issuer));
        new Decoys(hash, issuer).into(bits);
        sql.sql("select place, state from lic.status_of(?, ?)")
                .params(issuer, now())
                .query(row -> {
                    bits.set(row.getInt("place"), row.getInt("state"));
                });
        return bits.packed();
    }

    private int places(String issuer) {
        return sql.sql("select lic.status_places(?)")
                .param(issuer)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
