package org.onewindow.licences.blobs;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Objects whose row is gone, and whose pieces in the bucket go now: the database has noted them in the transaction that deleted them.
 *
 * <p>Each goes twice, a while apart: a piece whose sender was killed or gave up may still arrive after the first time.
 */
final class Doomed {

    private static final Logger LOG = LoggerFactory.getLogger(Doomed.class);

    /** Also when what failed is tried again, or another node takes over from one that was killed. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Bucket bucket;
    private final InstantSource clock;

    Doomed(JdbcClient sql, Bucket bucket, InstantSource clock) {
        this.sql = sql;
        this.bucket = bucket;
        this.clock = clock;
    }

    private record Gone(String id, boolean swept) {}

    /** Deletes a small batch; how many went. Where the bucket is away it is told in the log, and tried again later. */
    int sweep() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var batch = sql.sql(
                        """
                        update blob.doomed set due_at = ? where object in (
                            select object from blob.doomed where due_at <= ? order by due_at limit 20 for update skip locked)
                        returning object, swept""")
                .params(now.plus(AGAIN), now)
                .query((row, _) -> new Gone(row.getString("object"), row.getBoolean("swept")))
                .list();
        int gone = 0;
        BlobsAway failure = null;
        for (var object : batch) {
            try {
                delete(object);
                gone++;
            } catch (BlobsAway away) {
                failure = away;
            }
        }
        if (failure != null) {
            LOG.warn("what was deleted is still in the bucket, it is tried again: {}", failure.getMessage());
        }
        return gone;
    }

    private void delete(Gone object) throws BlobsAway {
        bucket.delete(object.id);
        sql.sql(
                        object.swept
                                ? "delete from blob.doomed where object = ?"
                                : "update blob.doomed set swept = true where object = ?")
                .param(object.id)
                .update();
    }
}
