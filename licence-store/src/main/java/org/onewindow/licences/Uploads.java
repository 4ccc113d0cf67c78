package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people hand in (Claim Check): a row each, its bytes sealed in a {@link BlobStore}, both in one transaction.
 *
 * <p>An upload that nobody {@link #hold holds} or {@link #keep keeps} is gone after 24 hours. Memory a transfer: one buffer.
 */
public final class Uploads {

    /** People are known by their keyed hash, staff by their login. */
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{64}");

    public static final long MAX_BYTES = 20L << 20;

    private static final Duration HELD = Duration.ofDays(30);
    private static final int NAME_CHARACTERS_MAX = 200;

    private final UploadRows rows;
    private final BlobStore blobs;
    private final Spool spool;
    private final UploadIntake intake;
    private final FormerUploads former;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * Uploads of this node.
     *
     * @param data of this node only, for files that are being looked at ({@code spool}); what a hub before kept lies in {@code uploads}
     */
    public Uploads(
            DataSource database, BlobStore blobs, IdentityHash hash, Path data, Inspection inspection, Clock clock) {
        var sql = JdbcClient.create(database);
        this.rows = new UploadRows(sql, clock);
        this.blobs = blobs;
        this.spool = new Spool(data.resolve("spool"));
        this.intake = new UploadIntake(rows, blobs, inspection, spool, clock);
        this.former = new FormerUploads(sql, blobs, hash, data.resolve("uploads"));
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.clock = clock;
    }

    /**
     * Who hands something in.
     *
     * @param owner the only one who may use it
     * @param keeper whose key it is sealed for
     * @param client the registered client, in which the key is unique
     */
    public record Sender(String owner, HolderId keeper, String client, String idempotencyKey) {}

    /**
     * What the sender says of the bytes.
     *
     * @param type the material it is meant to be; null: not said
     * @param fileName as it is called there; only its last part is kept, without what cannot be printed
     * @param contentType must be what the bytes are
     */
    public record Label(@Nullable String type, String fileName, String contentType) {

        public Label {
            var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
            var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
            fileName = plain.substring(0, Math.min(plain.length(), NAME_CHARACTERS_MAX));
        }
    }

    /**
     * Reads the body to its end or to its limit, whichever comes first.
     *
     * @throws IOException where the sender broke off or the disk fails; nothing is kept
     */
    public Received receive(Sender sender, Label label, InputStream body) throws IOException {
        var file = spool.next();
        try {
            BoundedCopy.of(body, file, MAX_BYTES, null);
            return intake.take(RandomIds.next("upl_"), sender, label, file, () -> {});
        } finally {
            Spool.delete(file);
        }
    }

    /** This upload, where it is this owner's. */
    public Optional<Upload> of(String id, String owner) {
        return rows.find(id, owner).map(UploadRows.Row::upload);
    }

    /** The same, and it stays for 30 days from now at least: somebody means to use it. */
    public Optional<Upload> hold(String id, String owner) {
        rows.expiresNotBefore(id, owner, clock.instant().plus(HELD));
        return of(id, owner);
    }

    /** Whether somebody at a window took it in, who had the paper before them; not its owner from afar. */
    public boolean isFromWindow(String id) {
        return rows.find(id)
                .filter(row -> !PERSON.matcher(row.owner()).matches())
                .isPresent();
    }

    /** It stays: a case bears it. */
    public void keep(String id) {
        rows.neverExpires(id);
    }

    /** This upload, whoever's it is: for the case that bears it. */
    public Optional<Upload> ofCase(String id) {
        return rows.find(id).map(UploadRows.Row::upload);
    }

    /**
     * The bytes; for the hub's own sending. An unknown id is a bug, since cases only bear known ones.
     *
     * @throws org.onewindow.licences.blobs.Forgotten where no keeper's key is left
     */
    public InputStream open(String id) throws IOException {
        var row = known(id);
        if (row.keeper() != null) {
            return blobs.open(id);
        }
        try {
            return former.open(row);
        } catch (NoSuchFileException movedSince) {
            return blobs.open(id);
        }
    }

    /** From now on this keeper's key opens it as well. */
    public void share(String id, HolderId keeper) throws IOException {
        moved(id);
        blobs.share(id, keeper);
    }

    /**
     * It is that keeper's now: whoever handed it in for them cannot open it by their own key any more, even where that keeper was erased.
     *
     * @throws org.onewindow.licences.keys.Erased where the keeper's key was destroyed
     */
    public void handOver(String id, HolderId to) throws IOException {
        moved(id);
        try {
            blobs.share(id, to);
        } catch (Erased nobody) {
            dropSender(id, to);
            throw nobody;
        }
        dropSender(id, to);
    }

    private void dropSender(String id, HolderId unless) {
        sender(id).filter(sender -> !sender.equals(unless)).ifPresent(sender -> blobs.drop(id, sender));
    }

    /** Who handed it in; empty: a hub of before took it in. */
    public Optional<HolderId> sender(String id) {
        return Optional.ofNullable(known(id).keeper());
    }

    /** The ids of all that this keeper's key opens. */
    public List<String> keptBy(HolderId keeper) {
        return blobs.namesOf(keeper);
    }

    /** This keeper's key opens it no more; where no keeper is left, its bytes and its name are gone. */
    public void drop(String id, HolderId keeper) throws IOException {
        if (rows.find(id).isEmpty()) {
            return;
        }
        moved(id);
        if (!blobs.drop(id, keeper)) {
            rows.takeNameAway(id);
        }
    }

    /** Deletes it, where it is this owner's and nobody holds or keeps it. */
    public boolean delete(String id, String owner) {
        var unused = clock.instant().plus(UploadIntake.TRANSIENT);
        return gone(id, () -> rows.deleteUnused(id, owner, unused));
    }

    /** Deletes a small batch of what has expired; the result is how many went. */
    int sweep(int most) {
        return (int) rows.expired(most).stream()
                .filter(id -> gone(id, () -> rows.deleteExpired(id)))
                .count();
    }

    private boolean gone(String id, BooleanSupplier row) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean deleted = row.getAsBoolean();
            if (deleted) {
                blobs.forget(id);
            }
            return deleted;
        }));
    }

    Spool spool() {
        return spool;
    }

    UploadIntake intake() {
        return intake;
    }

    FormerUploads former() {
        return former;
    }

    private void moved(String id) throws IOException {
        var row = known(id);
        if (row.keeper() == null) {
            former.move(row);
        }
    }

    private UploadRows.Row known(String id) {
        return rows.find(id).orElseThrow(() -> new IllegalArgumentException("there is no upload " + id));
    }
}
