package org.onewindow.licences;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.materials.Disposals;
import org.onewindow.licences.materials.MaterialRetention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Deletes what people handed in and nobody used within a day, what is not kept any longer and what two people ended, in small batches; and moves what a hub before kept elsewhere. */
public final class UploadSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final int EVERY_SECONDS = 60;
    private static final int BATCH = 50;

    private final Uploads uploads;
    private final ResumableUploads resumable;
    private final MaterialRetention materials;
    private final Disposals disposals;
    private final BlobStore blobs;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upload-sweep").daemon().factory());
    private boolean moved;

    public UploadSweep(
            Uploads uploads,
            ResumableUploads resumable,
            MaterialRetention materials,
            Disposals disposals,
            BlobStore blobs,
            InstantSource clock) {
        this.uploads = uploads;
        this.resumable = resumable;
        this.materials = materials;
        this.disposals = disposals;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Sweeps every minute from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // a round ends with what it throws said
    public void start() {
        timer.scheduleWithFixedDelay(this::round, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Deletes all that has expired by now; the result is how many. */
    public int sweep() {
        int all = 0;
        for (int gone = batch(); gone > 0; gone = batch()) {
            all += gone;
        }
        return all;
    }

    private int batch() {
        return uploads.sweep(BATCH)
                + materials.sweep(BATCH)
                + disposals.sweep(BATCH)
                + resumable.sweep(BATCH)
                + blobs.sweep(clock.instant().minus(UploadIntake.TRANSIENT));
    }

    private void round() {
        try {
            sweep();
            moved = moved || uploads.former().moveAll();
            for (int more = blobs.move(); more > 0; more = blobs.move()) {
                sweep();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "uploads could not be swept, it is tried again: {}",
                    away.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            // a timer whose task throws never calls it again
            LOG.error("uploads could not be swept, it is tried again", fault);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
