package org.onewindow.licences;

import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases what the stores keep of somebody: their key is destroyed, so that nothing which is sealed under it can be opened again. */
public final class Erasure {

    private final JdbcClient sql;
    private final Clock clock;

    public Erasure(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /** Whether there was a key to destroy. */
    public boolean erase(Actor actor, HolderId holder) {
        return actor.bind(sql.sql("select lic.destroy_key(" + Actor.SQL + ", :now, :holder)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("holder", holder.bytes())
                .query(Boolean.class)
                .single();
    }
}
