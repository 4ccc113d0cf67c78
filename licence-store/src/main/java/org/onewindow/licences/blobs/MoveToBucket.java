package org.onewindow.licences.blobs;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes into the bucket what lies in the database since before there was one, sealed as it is; each start goes through it once.
 *
 * <p>Killed in between, an object is {@code moving}: read from the database, moved again by the next start, and where it is deleted
 * meanwhile, deleted in the bucket as well.
 */
final class MoveToBucket {

    private static final Logger LOG = LoggerFactory.getLogger(MoveToBucket.class);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final PiecesOfBoth pieces;
    private String after = "";
    private boolean over;

    MoveToBucket(DataSource database, PiecesOfBoth pieces) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.pieces = pieces;
    }

    private record Whole(String id, int last) {}

    /** Moves a few; how many were seen to. Where the bucket is away it is told in the log, and tried again later. */
    int batch() {
        if (over) {
            return 0;
        }
        var batch = sql.sql(
                        """
                        select id, size from blob.object where id > ? and engine in ('pg', 'moving') and size is not null
                        order by id limit 20""")
                .param(after)
                .query((row, _) -> new Whole(row.getString("id"), Chunks.lastOf(row.getLong("size"))))
                .list();
        over = batch.isEmpty();
        try {
            for (var object : batch) {
                move(object);
                after = object.id;
            }
            return batch.size();
        } catch (BlobsAway away) {
            LOG.warn("the database's blobs could not be moved, it is tried again: {}", away.getMessage());
            return 0;
        }
    }

    private void move(Whole object) throws BlobsAway {
        sql.sql("update blob.object set engine = 'moving' where id = ? and engine = 'pg'")
                .param(object.id)
                .update();
        for (int no = 0; no <= object.last; no++) {
            Optional<byte[]> piece = pieces.database().get(object.id, no);
            if (piece.isEmpty()) {
                // another node was faster, or it is deleted
                return;
            }
            pieces.bucket().put(object.id, no, piece.get());
        }
        transaction.executeWithoutResult(_ -> {
            int moved = sql.sql("update blob.object set engine = 's3' where id = ? and engine = 'moving'")
                    .param(object.id)
                    .update();
            if (moved == 1) {
                pieces.database().delete(object.id);
            }
        });
    }
}
