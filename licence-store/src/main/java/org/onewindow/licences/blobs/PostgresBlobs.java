package org.onewindow.licences.blobs;

import java.time.Clock;
import javax.sql.DataSource;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blobs in PostgreSQL, beside the rows that name them: one backup, one transaction, any node. */
public final class PostgresBlobs extends SealedBlobs {

    private final JdbcClient sql;

    public PostgresBlobs(DataSource database, HolderKeys keys, Clock clock) {
        super(database, keys, clock, "pg", new PostgresPieces(JdbcClient.create(database)));
        this.sql = JdbcClient.create(database);
    }

    /** Whether it holds all that is named; otherwise some lies in a bucket, where {@link S3Blobs} put it, and can neither be read nor deleted. */
    public boolean isWhole() {
        return !sql.sql(
                        "select exists (select from blob.object where engine <> 'pg') or exists (select from blob.doomed)")
                .query(Boolean.class)
                .single();
    }
}
