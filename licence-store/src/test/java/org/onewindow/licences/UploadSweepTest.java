package org.onewindow.licences;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.materials.Disposals;
import org.onewindow.licences.materials.MaterialRetention;

class UploadSweepTest {

    /** As from the database into a bucket, in batches, without anybody asking for it. */
    @Test
    void takesAllThatLiesElsewhereToWhereNewContentGoes(@TempDir Path data) {
        var batches = new AtomicInteger(3);
        var blobs = (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(),
                new Class<?>[] {BlobStore.class},
                (_, method, _) -> method.getName().equals("move") && batches.getAndDecrement() > 0 ? 20 : 0);
        var uploads = TestStore.uploads(data);
        var resumable = TestStore.resumable(uploads, TestStore.CLOCK);
        var materials = new MaterialRetention(TestStore.DATABASE, TestStore.space(), uploads);

        var disposals = new Disposals(TestStore.DATABASE, TestStore.space(), uploads, TestStore.HASH, TestStore.CLOCK);

        try (var sweep = new UploadSweep(uploads, resumable, materials, disposals, blobs, TestStore.CLOCK)) {
            sweep.start();

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> batches.get() < 0);
        }
    }
}
