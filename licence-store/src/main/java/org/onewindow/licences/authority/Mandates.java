package org.onewindow.licences.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates (委托): who acts for whom, in which matters, until when. Whatever rests on one ends with it at once. */
public final class Mandates {

    private final JdbcClient sql;
    private final Clock clock;

    public Mandates(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /** What became of a wish to give one. */
    public sealed interface Given {

        record Mandate(String id) implements Given {}

        /**
         * Nothing was given.
         *
         * @param reason {@code not-the-holder, too-long} (over three years, or over already) or {@code key-reused}
         */
        record Refused(String reason) implements Given {}
    }

    /** The actor lets somebody act for them. */
    public Given give(Actor principal, HolderId agent, List<String> matters, Instant until, String idempotencyKey) {
        var id = RandomIds.next("mdt_");
        var outcome = SaidAtOnce.outcome(() -> asked(principal, id, new Wished(agent, matters, until, idempotencyKey)));
        return outcome.equals("ok") ? new Given.Mandate(id) : new Given.Refused(outcome);
    }

    private record Wished(HolderId agent, List<String> matters, Instant until, String key) {}

    private String asked(Actor principal, String id, Wished wished) {
        return principal
                .bind(sql.sql("select lic.give_mandate(" + Actor.SQL + ", :now, row(:id, null, :agent,"
                        + " string_to_array(:matters, ' '), :now, :until, null, '', :key)::lic.mandate)"))
                .param("now", now())
                .param("id", id)
                .param("agent", wished.agent().bytes())
                .param("matters", String.join(" ", wished.matters()))
                .param("until", OffsetDateTime.ofInstant(wished.until(), clock.getZone()))
                .param("key", wished.key())
                .query(String.class)
                .single();
    }

    /** Ends it, by either of the two; false: there is no such mandate of theirs. */
    public boolean revoke(Actor actor, String id) {
        return actor.bind(sql.sql("select lic.revoke_mandate(" + Actor.SQL + ", :now, :id)"))
                .param("now", now())
                .param("id", id)
                .query(String.class)
                .single()
                .equals("ok");
    }

    /** By which mandate the actor may act for this person in this matter; empty: by none. That it was asked is written down. */
    public Optional<String> of(Actor agent, HolderId principal, String matter) {
        List<Optional<String>> found = agent.bind(
                        sql.sql("select lic.mandate_for(" + Actor.SQL + ", :now, :principal, :matter) as id"))
                .param("now", now())
                .param("principal", principal.bytes())
                .param("matter", matter)
                .query((row, _) -> Optional.ofNullable(row.getString("id")))
                .list();
        return found.getFirst();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
