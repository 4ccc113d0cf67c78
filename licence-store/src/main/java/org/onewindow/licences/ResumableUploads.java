package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.keys.ContentKey;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uploads that come in several requests: what has come is sealed in the database, so that any node goes on, after whatever crash. The last
 * byte sends it through the same examination as any other; before that it is no upload and of no use in a case.
 */
public final class ResumableUploads {

    /** Of a node: so many connections at most are busy with parts; who has to wait waits here, and not at the pool, which gives up. */
    private static final int AT_ONCE = 2;

    private final TransactionTemplate transaction;
    private final Uploads uploads;
    private final Clock clock;
    private final IncomingRows rows;
    private final IncomingParts parts;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public ResumableUploads(DataSource database, HolderKeys keys, Uploads uploads, Clock clock) {
        var sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.uploads = uploads;
        this.clock = clock;
        this.rows = new IncomingRows(sql, keys, clock);
        this.parts = new IncomingParts(sql);
    }

    /** Begins one of so many bytes. */
    public Resumed begin(Uploads.Sender sender, Uploads.Label label, long length) {
        if (length > Uploads.MAX_BYTES) {
            return new Resumed.Over(new Received.TooLarge());
        }
        if (length <= 0) {
            return new Resumed.Over(new Received.Empty());
        }
        var progress = new Progress(RandomIds.next("upl_"), length, 0, expiry());
        try {
            boolean begun = Boolean.TRUE.equals(
                    transaction.execute(_ -> rows.insert(progress, sender, label, ContentKey.random())));
            return begun ? new Resumed.Going(progress, false) : earlier(sender, label, length);
        } catch (Erased nobody) {
            return new Resumed.Over(new Received.SenderErased());
        }
    }

    private Resumed earlier(Uploads.Sender sender, Uploads.Label label, long length) {
        return rows.underKey(sender.client(), sender.idempotencyKey())
                .filter(row -> row.isSame(sender, label, length))
                .<Resumed>map(row -> new Resumed.Going(row.progress(), true))
                .orElseGet(() -> new Resumed.Over(new Received.KeyReused()));
    }

    /** How far this owner's has come; one that is whole stays known for a day. */
    public Optional<Progress> find(String id, String owner) {
        return rows.find(id, owner).map(Incoming::progress);
    }

    /**
     * Goes on with it; where it is whole now, it is examined and taken.
     *
     * @param offset where the sender goes on: what has been received
     * @param checksum where there is one, all of the body is kept or nothing; otherwise what came of a body that broke off
     * @throws IOException where the sender broke off
     */
    public Resumed append(String id, String owner, long offset, @Nullable Checksum checksum, InputStream body)
            throws IOException {
        var found = inPlace(() -> rows.find(id, owner));
        if (found.isEmpty()) {
            return new Resumed.Unknown();
        }
        var row = found.get();
        if (row.progress().received() != offset) {
            return new Resumed.WrongOffset();
        }
        return checksum == null ? append(row, body) : proved(row, checksum, body);
    }

    private Resumed proved(Incoming row, Checksum checksum, InputStream body) throws IOException {
        var file = uploads.spool().next();
        try {
            var digest = checksum.digest();
            long missing = row.progress().length() - row.progress().received();
            if (BoundedCopy.of(body, file, missing, digest) > missing) {
                return new Resumed.Over(new Received.TooLarge());
            }
            if (!checksum.isOf(digest)) {
                return new Resumed.ChecksumDiffers();
            }
            try (var in = Files.newInputStream(file)) {
                return append(row, in);
            }
        } finally {
            Spool.delete(file);
        }
    }

    private Resumed append(Incoming row, InputStream body) throws IOException {
        var id = row.progress().id();
        long length = row.progress().length();
        long at = row.progress().received();
        var key = row.key();
        var buffer = new byte[IncomingParts.SIZE];
        boolean ended = false;
        while (!ended) {
            var filled = IncomingParts.fill(body, buffer, (int) Math.min(buffer.length, length - at));
            long next = at + filled.length();
            ended = filled.length() < buffer.length;
            if (filled.broken() == null && next == length && body.read() >= 0) {
                return new Resumed.Over(new Received.TooLarge());
            }
            if (filled.length() > 0 && !add(id, key, at, buffer, filled.length())) {
                return new Resumed.WrongOffset();
            }
            at = next;
            if (filled.broken() != null) {
                throw filled.broken();
            }
        }
        return at == length ? whole(row) : new Resumed.Going(new Progress(id, length, at, expiry()), false);
    }

    private boolean add(String id, ContentKey key, long at, byte[] buffer, int length) {
        return inPlace(() -> Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean mine = rows.advance(id, at, at + length, expiry());
            if (mine) {
                parts.add(id, key, at, buffer, length);
            }
            return mine;
        })));
    }

    private <T, E extends Exception> T inPlace(Work<T, E> work) throws E {
        places.acquireUninterruptibly();
        try {
            return work.result();
        } finally {
            places.release();
        }
    }

    private interface Work<T, E extends Exception> {
        T result() throws E;
    }

    private Resumed whole(Incoming row) throws IOException {
        var id = row.progress().id();
        var taken = inPlace(() -> uploads.of(id, row.sender().owner()));
        if (taken.isPresent()) {
            return new Resumed.Over(new Received.Stored(taken.get(), true));
        }
        var file = uploads.spool().next();
        try {
            inPlace(() -> parts.copy(id, row.key(), row.progress().length(), file));
            return over(row, file);
        } finally {
            Spool.delete(file);
        }
    }

    private Resumed over(Incoming row, Path file) throws IOException {
        var id = row.progress().id();
        var end = uploads.intake().take(id, row.sender(), row.label(), file, () -> parts.delete(id));
        switch (end) {
            case Received.Stored _, Received.ScannerAway _ -> {}
            case Received.TooLarge _,
                    Received.Refused _,
                    Received.Empty _,
                    Received.KeyReused _,
                    Received.SenderErased _ -> rows.delete(id, row.sender().owner());
        }
        return new Resumed.Over(end);
    }

    /** Ends one that is on its way: nothing of it stays. */
    public boolean delete(String id, String owner) {
        return rows.delete(id, owner);
    }

    /** Deletes a small batch of what has expired; the result is how many went. */
    int sweep(int most) {
        return rows.deleteExpired(most);
    }

    private Instant expiry() {
        return clock.instant().plus(UploadIntake.TRANSIENT).truncatedTo(ChronoUnit.SECONDS);
    }
}
