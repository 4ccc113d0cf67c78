package org.onewindow.licences.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.keys.ContentKey;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Blobs whose rows, keys, names and life are in PostgreSQL, wherever their sealed pieces lie.
 *
 * <p>An object has its row before its first piece, and keys and a size only after its last: at whatever moment a node is killed, there is a
 * row that tells of each piece, and no row that promises one that is not there.
 */
abstract sealed class SealedBlobs implements BlobStore permits PostgresBlobs, S3Blobs {

    /** Of a node: two chunks in memory, and two connections of ten at most, are busy with what comes in. */
    private static final int WRITERS = 2;

    /** And as many with what goes out. */
    private static final int READERS = 2;

    private static final String NOT_WHOLE =
            """
            delete from blob.object where id in (
                select id from blob.object where size is null and made_at < ? limit 20 for update skip locked)""";

    private static final String OF_NOBODY =
            """
            delete from blob.object where id in (
                select k.object from lic.holder_key h join blob.key k on k.keeper = h.holder
                where h.wrapped is null and not exists (
                    select from blob.key o join lic.holder_key m on m.holder = o.keeper
                    where o.object = k.object and m.wrapped is not null)
                limit 20)""";

    private final JdbcClient sql;
    private final Clock clock;
    private final String engine;
    private final Pieces pieces;
    private final Chunks chunks;
    private final Keyring keyring;
    private final Semaphore writers = new Semaphore(WRITERS, true);
    private final Semaphore readers = new Semaphore(READERS, true);

    /**
     * Blobs of this database.
     *
     * @param engine where new ones lie, as their rows say
     */
    SealedBlobs(DataSource database, HolderKeys keys, Clock clock, String engine, Pieces pieces) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
        this.engine = engine;
        this.pieces = pieces;
        this.chunks = new Chunks(pieces);
        this.keyring = new Keyring(database, sql, keys);
    }

    @Override
    public Optional<Blob> put(String name, HolderId keeper, String mediaType, InputStream content, Predicate<Blob> also)
            throws IOException {
        writers.acquireUninterruptibly();
        try {
            pieces.awake();
            var object = RandomIds.next("blb_");
            begin(object, keeper, mediaType);
            return write(object, name, keeper, content, also);
        } finally {
            writers.release();
        }
    }

    private Optional<Blob> write(String object, String name, HolderId keeper, InputStream content, Predicate<Blob> also)
            throws IOException {
        boolean superfluous = true;
        try {
            var key = ContentKey.random();
            var digest = sha256();
            long size = chunks.write(object, key, content, digest);
            var blob = new Blob(size, HexFormat.of().formatHex(digest.digest()));
            var where = keyring.keep(new Wish(object, name, keeper, key, blob, also));
            superfluous = where.filter(object::equals).isEmpty();
            return where.map(_ -> blob);
        } catch (DataAccessException | TransactionException away) {
            // a database that is away is not asked again: the sweep finds what is not whole
            superfluous = false;
            throw away;
        } finally {
            if (superfluous) {
                sql.sql("delete from blob.object where id = ?").param(object).update();
            }
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        var opened = keyring.open(name);
        return new ChunkStream(chunks, readers, opened.object(), opened.key(), opened.size());
    }

    @Override
    public void share(String name, HolderId keeper) throws IOException {
        keyring.share(name, keeper);
    }

    @Override
    public List<String> namesOf(HolderId keeper) {
        return keyring.namesOf(keeper);
    }

    @Override
    public boolean drop(String name, HolderId keeper) {
        return keyring.drop(name, keeper);
    }

    @Override
    public void forget(String name) {
        keyring.forget(name);
    }

    @Override
    public int sweep(Instant notWholeSince) {
        return sql.sql(NOT_WHOLE)
                        .param(OffsetDateTime.ofInstant(notWholeSince, clock.getZone()))
                        .update()
                + sql.sql(OF_NOBODY).update();
    }

    private void begin(String object, HolderId keeper, String mediaType) {
        sql.sql("insert into blob.object (id, keeper, media_type, engine, made_at) values (?, ?, ?, ?, ?)")
                .params(
                        object,
                        keeper.bytes(),
                        mediaType,
                        engine,
                        OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
