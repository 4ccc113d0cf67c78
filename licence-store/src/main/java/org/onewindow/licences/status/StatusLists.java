package org.onewindow.licences.status;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list of states an issuer, for verifiers that are cut off. Each token that a holder takes along has a place of its own, drawn at
 * random, until it is over: no number, holder or day of issue leads to it, nor does another token of the same licence.
 */
public final class StatusLists {

    /** How many bits a state has: 0 in force, 1 over for good, 2 suspended. */
    public static final int BITS = StatusBits.BITS;

    /** For how long a licence is taken along, where nothing ends it before. */
    static final Duration LASTS = Duration.ofDays(7);

    private static final int DRAWN = 32;
    private static final int TRIES = 8;
    private static final int FIRST_SIZE = 1 << 16;
    private static final int LARGEST_SIZE = 1 << 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Clock clock;

    public StatusLists(DataSource database, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Gives a new token of the holder's licence its place. */
    public TakenAlong takeAlong(Actor holder, String licence, String type) {
        for (int i = 0; i < TRIES; i++) {
            var taken = taken(holder, licence, type);
            if (!taken.equals(new TakenAlong.Refused("no-place"))) {
                return taken;
            }
        }
        return new TakenAlong.Refused("too-many");
    }

    private TakenAlong taken(Actor holder, String licence, String type) {
        var now = clock.instant();
        var knownFor = catalogue.knows(type) ? catalogue.knownFor(type) : null;
        return holder.bind(sql.sql(
                        """
                                select outcome, issuer, place, until from lic.take_along(%s, :now, :id, :latest, :onlineOnly,
                                    make_interval(secs => :knownFor::double precision), :drawn)"""
                                .formatted(Actor.SQL)))
                .param("now", time(now))
                .param("id", licence)
                .param("latest", time(now.plus(LASTS)))
                // of a type that is no longer in the catalogue nothing says that it may
                .param(
                        "onlineOnly",
                        !catalogue.knows(type) || catalogue.type(type).onlineOnly())
                .param("knownFor", knownFor == null ? null : knownFor.toSeconds(), Types.BIGINT)
                .param("drawn", RANDOM.ints(DRAWN, 0, LARGEST_SIZE).boxed().toArray(Integer[]::new))
                .query(StatusLists::taken)
                .single();
    }

    private static TakenAlong taken(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome.equals("ok")
                ? new TakenAlong.Placed(
                        row.getString("issuer"),
                        row.getInt("place"),
                        row.getObject("until", OffsetDateTime.class).toInstant())
                : new TakenAlong.Refused(outcome);
    }

    /** The credit codes of those whose licences were ever taken along. */
    public Set<String> issuers() {
        return Set.copyOf(sizes().keySet());
    }

    /** The issuer's whole list as it stands now: {@link #BITS} a place, packed by zlib (RFC 1950). */
    public byte[] packed(String issuer) {
        var states = new HashMap<Integer, Integer>();
        sql.sql("select place, state from lic.status_of(?, ?)")
                .params(issuer, time(clock.instant()))
                .query(row -> {
                    states.put(row.getInt("place"), row.getInt("state"));
                });
        // asked for afterwards: a list only grows
        var bits = new StatusBits(sizes().getOrDefault(issuer, FIRST_SIZE));
        states.forEach(bits::set);
        return bits.packed();
    }

    private Map<String, Integer> sizes() {
        var sizes = new TreeMap<String, Integer>();
        sql.sql("select issuer, places from lic.status_lists()").query(row -> {
            sizes.put(row.getString("issuer"), row.getInt("places"));
        });
        return sizes;
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
