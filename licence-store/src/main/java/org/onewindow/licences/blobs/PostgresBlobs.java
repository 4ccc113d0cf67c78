package org.onewindow.licences.blobs;

import java.time.Clock;
import javax.sql.DataSource;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blobs in PostgreSQL, beside the rows that name them: one backup, one transaction, any node. */
public final class PostgresBlobs extends SealedBlobs {

    public PostgresBlobs(DataSource database, HolderKeys keys, Clock clock) {
        super(database, keys, clock, "pg", new PostgresPieces(JdbcClient.create(database)));
    }
}
