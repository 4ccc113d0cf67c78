package org.onewindow.licences;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.onewindow.licences.blobs.Blob;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.inspection.Finding;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.inspection.Refusal;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.pictures.PlainPicture;

/** What every file goes through before it is an upload, whichever way it came: size, inspection, sealing, and its row. */
final class UploadIntake {

    /** So long may what nobody uses lie here. */
    static final Duration TRANSIENT = Duration.ofHours(24);

    private final UploadRows rows;
    private final BlobStore blobs;
    private final Inspection inspection;
    private final Spool spool;
    private final Clock clock;

    UploadIntake(UploadRows rows, BlobStore blobs, Inspection inspection, Spool spool, Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.inspection = inspection;
        this.spool = spool;
        this.clock = clock;
    }

    /**
     * Takes a file that has come whole.
     *
     * @param also runs in the transaction that makes it an upload
     */
    Received take(String id, Uploads.Sender sender, Uploads.Label label, Path file, Runnable also) throws IOException {
        long size = Files.size(file);
        if (size > Uploads.MAX_BYTES) {
            return new Received.TooLarge();
        }
        if (size == 0) {
            return new Received.Empty();
        }
        return switch (inspection.of(file, label.contentType())) {
            case Finding.Sound(var type) when PlainPicture.concerns(type) -> picture(id, sender, label, file, also);
            case Finding.Sound _ -> store(id, sender, label, file, also);
            case Finding.Refused refused -> new Received.Refused(refused.reason());
            case Finding.ScannerAway _ -> new Received.ScannerAway();
        };
    }

    /** Without what its camera wrote into it: from here on that is the picture, and its hash the hash. */
    private Received picture(String id, Uploads.Sender sender, Uploads.Label label, Path file, Runnable also)
            throws IOException {
        var plain = spool.next();
        try {
            return PlainPicture.copy(label.contentType(), file, plain)
                    ? store(id, sender, label, plain, also)
                    : new Received.Refused(Refusal.UNREADABLE);
        } finally {
            Spool.delete(plain);
        }
    }

    private Received store(String id, Uploads.Sender sender, Uploads.Label label, Path file, Runnable also)
            throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var blob = new AtomicReference<Blob>();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return blobs.put(id, sender.keeper(), label.contentType(), in, found -> {
                        blob.set(found);
                        also.run();
                        return rows.insert(sender, upload(id, label, found, now), now.plus(TRANSIENT));
                    })
                    .<Received>map(stored -> new Received.Stored(upload(id, label, stored, now), false))
                    .orElseGet(() -> earlier(sender, label, Objects.requireNonNull(blob.get())));
        } catch (Erased nobody) {
            return new Received.SenderErased();
        }
    }

    private static Upload upload(String id, Uploads.Label label, Blob blob, Instant now) {
        return new Upload(id, label.type(), label.fileName(), label.contentType(), blob.size(), blob.sha256(), now);
    }

    /** The key was used before: the same answer, if it stands for the same. */
    private Received earlier(Uploads.Sender sender, Uploads.Label label, Blob blob) {
        return rows.underKey(sender.client(), sender.idempotencyKey())
                .filter(row -> row.owner().equals(sender.owner())
                        && row.upload().sha256().equals(blob.sha256())
                        && Objects.equals(row.upload().type(), label.type()))
                .<Received>map(row -> new Received.Stored(row.upload(), true))
                .orElseGet(Received.KeyReused::new);
    }
}
