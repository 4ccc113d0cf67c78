package org.onewindow.licences.authority;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Emergencies that wait for their second person; a day is all the time there is. */
public final class Emergencies {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    public Emergencies(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /** The oldest first, at most 200: for a department its own, for anybody else of the staff all. */
    public List<Emergency> unconfirmed(Actor actor) {
        return actor.bind(sql.sql("select * from lic.emergencies(" + Actor.SQL + ", :now, :most)"))
                .param("now", now())
                .param("most", SHOWN)
                .query((row, _) -> new Emergency(
                        row.getString("id"),
                        row.getString("department"),
                        row.getString("case_number"),
                        List.of((String[]) row.getArray("types").getArray()),
                        row.getString("legal_ground"),
                        row.getInt("used"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("late")))
                .list();
    }

    /** How many nobody confirmed within a day. */
    public int late() {
        return sql.sql("select lic.late_emergencies(?)")
                .param(now())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
