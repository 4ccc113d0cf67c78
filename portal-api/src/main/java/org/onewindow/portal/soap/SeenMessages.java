package org.onewindow.portal.soap;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.apache.wss4j.common.cache.ReplayCache;
import org.onewindow.portal.cases.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed messages of the last minutes, over all nodes: one that comes again is a replay. */
@Component
final class SeenMessages implements ReplayCache {

    /** Longer than a timestamp is fresh, ahead of time or late. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient sql;

    /** After {@link Answers}, which makes the tables. */
    SeenMessages(DataSource database, Answers tables) {
        this.sql = JdbcClient.create(database);
    }

    /** Also notes it: asked and noted in one statement, so that of two at the same moment one is a replay. */
    @Override
    public boolean contains(String id) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        sql.sql("delete from soap_message where until < ?").param(now).update();
        return sql.sql("insert into soap_message (id, until) values (?, ?) on conflict do nothing")
                        .params(id, now.plus(KEPT))
                        .update()
                == 0;
    }

    @Override
    public void add(String id) {
        // noted when it was asked for
    }

    @Override
    public void add(String id, Instant expiry) {
        // noted when it was asked for
    }

    @Override
    public void close() {
        // the database is closed by its owner
    }
}
