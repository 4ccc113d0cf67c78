package org.onewindow.licences.blobs;

import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.onewindow.config.Secrets;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blobs whose sealed pieces lie in a bucket; all else is in PostgreSQL as ever, which stays the only truth.
 *
 * <p>What was kept in the database before is read from there until it is {@link #move moved}. Nothing that lies in the bucket ever changes;
 * what is deleted is told by the database ({@code blob.doomed}) and deleted in the bucket by the next {@link #sweep}, of any node.
 */
public final class S3Blobs extends SealedBlobs {

    private final Bucket bucket;
    private final Doomed doomed;
    private final MoveToBucket move;

    /**
     * Blobs of this bucket. Nothing is asked of it yet: a hub starts without it.
     *
     * @throws Secrets.MissingSecret where there is no {@code blobs/access-key} or {@code blobs/secret-key}
     */
    public S3Blobs(
            DataSource database,
            HolderKeys keys,
            Clock clock,
            BucketAddress address,
            Secrets secrets,
            BucketWatch watch) {
        this(database, keys, clock, new Bucket(address, BucketKeys.of(secrets), Patience.USUAL, watch));
    }

    S3Blobs(DataSource database, HolderKeys keys, Clock clock, Bucket bucket) {
        this(database, keys, clock, new PiecesOfBoth(new PostgresPieces(JdbcClient.create(database)), bucket));
    }

    private S3Blobs(DataSource database, HolderKeys keys, Clock clock, PiecesOfBoth pieces) {
        super(database, keys, clock, "s3", pieces);
        this.bucket = pieces.bucket();
        this.doomed = new Doomed(JdbcClient.create(database), bucket, clock);
        this.move = new MoveToBucket(database, pieces);
    }

    @Override
    public int sweep(Instant notWholeSince) {
        bucket.lookIfQuiet();
        return super.sweep(notWholeSince) + doomed.sweep();
    }

    @Override
    public int move() {
        return move.batch();
    }
}
