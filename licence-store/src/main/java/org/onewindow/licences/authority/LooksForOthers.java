package org.onewindow.licences.authority;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at what there is of somebody else before an application: by whoever has their mandate for the matter, or by a window where they are
 * there. Each is allowed once, for a minute, and written down before anything is asked; whom it is of sees it.
 */
public final class LooksForOthers {

    private final JdbcClient sql;
    private final Spending spending;
    private final Clock clock;

    public LooksForOthers(DataSource database, Spending spending, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.spending = spending;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {

        /** This actor may ask, until {@link #told}. */
        record Allowed(Actor actor) implements Answer {}

        /**
         * Nothing is to be asked.
         *
         * @param reason {@code no-mandate}; {@code not-shown}: the picture was another's, or too long ago; {@code used-up}: it allowed another
         *     look; {@code no-purpose}: neither picture nor case; {@code over-budget}
         */
        record Refused(String reason) implements Answer {}
    }

    /** By a person with a mandate of the holder; by anybody else with what shows that the holder is there. */
    public Answer allow(Actor actor, WantedLook wanted) {
        var id = RandomIds.next("auth_");
        var number = wanted.caseNumber();
        var outcome = actor.bind(sql.sql("select lic.look_for(" + Actor.SQL
                        + ", :now, :id, :matter, :types, :holder, :scan::bigint, :case)"))
                .param("now", now())
                .param("id", id)
                .param("matter", wanted.matter())
                .param("types", wanted.types().toArray(String[]::new))
                .param("holder", wanted.holder().bytes())
                .param("scan", wanted.scan(), Types.BIGINT)
                .param("case", number == null ? null : number.text(), Types.VARCHAR)
                .query(String.class)
                .single();
        spending.watch(outcome, actor);
        return outcome.equals("ok") ? new Answer.Allowed(actor.by(id)) : new Answer.Refused(outcome);
    }

    /** Ends it, and tells the holder what was looked at; false: it ended by itself, and nobody may be shown what was found. */
    public boolean told(Actor allowed) {
        return allowed.bind(sql.sql("select lic.looked_for(" + Actor.SQL + ", :now, :look)"))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
