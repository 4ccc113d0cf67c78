package org.onewindow.licences.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Contents;
import org.onewindow.licences.Licence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Uses authorisations. A use is its own transaction, and what stands on the licence is only read when that is committed: nothing is ever
 * shown that is not written down, wherever the hub is killed.
 */
public final class Openings {

    private final JdbcClient sql;
    private final Contents contents;
    private final Catalogue catalogue;
    private final Spending spending;
    private final Clock clock;

    public Openings(DataSource database, Contents contents, Catalogue catalogue, Spending spending, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.contents = contents;
        this.catalogue = catalogue;
        this.spending = spending;
        this.clock = clock;
    }

    public Opened open(Actor actor, Wish wish) {
        return opened(actor, wish, false);
    }

    /** The same for a copy to be made of it: refused as {@code online-only} where its type says that no copy is ever good enough. */
    public Opened copy(Actor actor, Wish wish) {
        return opened(
                actor,
                wish,
                catalogue.knows(wish.type()) && catalogue.type(wish.type()).onlineOnly());
    }

    private Opened opened(Actor actor, Wish wish, boolean neverCopied) {
        var used = use(actor, wish, neverCopied);
        spending.watch(used.outcome(), actor);
        var id = used.id();
        if (id == null) {
            return new Opened.Refused(used.outcome(), used.state());
        }
        return contents.of(List.of(id)).stream()
                .findFirst()
                .<Opened>map(licence -> new Opened.Given(id, shown(licence, wish)))
                .orElseGet(() -> new Opened.Refused("not-in-force", Licence.Status.REVOKED));
    }

    private record Used(String outcome, @Nullable Long id, Licence.@Nullable Status state) {}

    private Used use(Actor actor, Wish wish, boolean neverCopied) {
        var knownFor = catalogue.knows(wish.type()) ? catalogue.knownFor(wish.type()) : null;
        var later = wish.discloseAfter();
        return actor.bind(sql.sql(
                        """
                                select outcome, use_id, state from lic.use_code(%s, :now, :code, :type, :mode, string_to_array(:fields, ' '),
                                    :later::timestamptz, make_interval(secs => :knownFor::double precision), :neverCopied)"""
                                .formatted(Actor.SQL)))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("code", wish.code().hash())
                .param("type", wish.type())
                .param("mode", wish.mode().code())
                .param("fields", String.join(" ", wish.fields()))
                .param(
                        "later",
                        later == null ? null : OffsetDateTime.ofInstant(later, clock.getZone()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("knownFor", knownFor == null ? null : knownFor.toSeconds(), Types.BIGINT)
                .param("neverCopied", neverCopied)
                .query(Openings::used)
                .single();
    }

    private static Used used(ResultSet row, int index) throws SQLException {
        var state = row.getString("state");
        return new Used(
                row.getString("outcome"),
                row.getObject("use_id", Long.class),
                state == null ? null : Licence.Status.of(state));
    }

    /** No more than was asked for. */
    private static Licence shown(Licence licence, Wish wish) {
        if (wish.mode() != Mode.FIELDS) {
            return licence;
        }
        var data = new LinkedHashMap<>(licence.data());
        data.keySet().retainAll(Set.copyOf(wish.fields()));
        return licence.showing(List.of(), data);
    }
}
