package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Secrets;
import org.onewindow.licences.TestStore;

/** Blobs of a bucket: the same promises, and what may happen between two places that know no common transaction. */
class S3BlobsTest extends BlobStoreContract {

    private static final TestBucket SERVER = TestBucket.SERVER;
    private static final Duration SWEPT_AGAIN_AFTER = Duration.ofMinutes(16);

    S3BlobsTest() {
        super(blobs(TestStore.CLOCK), SERVER);
    }

    @Test
    void keepsNoByteInTheDatabase() throws IOException {
        var name = put(zhang.id(), bytes(100));

        assertThat(chunksInTheDatabaseOf(objectOf(name))).isZero();
        assertThat(TestStore.blobs().isWhole()).isFalse();
    }

    @Test
    void keepsNothingWhileTheBucketIsAwayAndSaysSo() {
        assertThatThrownBy(() -> put(away(Duration.ZERO))).isInstanceOf(BlobsAway.class);

        assertThat(objectsOf(zhang.id())).isZero();
    }

    /** Each row that is made in vain is one to be looked for in the bucket, twice. */
    @Test
    void writesNoRowForABucketThatWasAwayAMomentAgo() {
        var resting = away(Duration.ofMinutes(1));
        assertThatThrownBy(() -> put(resting)).isInstanceOf(BlobsAway.class);
        int doomed = doomed();

        assertThatThrownBy(() -> put(resting)).isInstanceOf(BlobsAway.class);

        assertThat(doomed()).isEqualTo(doomed);
    }

    private static S3Blobs away(Duration rest) {
        var second = Duration.ofSeconds(1);
        var nowhere = ImpatientBucket.at(
                "http://127.0.0.1:1/hub-blobs", "trial-secret", new Patience(second, second, second, rest));
        return new S3Blobs(TestStore.DATABASE, TestStore.KEYS, TestStore.CLOCK, nowhere);
    }

    private void put(BlobStore there) throws IOException {
        there.put("n-" + UUID.randomUUID(), zhang.id(), "image/png", new ByteArrayInputStream(bytes(9)), _ -> true);
    }

    private int doomed() {
        return owner.sql("select count(*) from blob.doomed")
                .query(Integer.class)
                .single();
    }

    /** A piece that was on its way when its object was deleted must not stay for ever. */
    @Test
    void deletesInTheBucketTwice() throws IOException {
        var name = put(zhang.id(), bytes(9));
        var object = objectOf(name);
        blobs.forget(name);
        sweep(blobs, Instant.EPOCH);
        assertThat(SERVER.pieces(object)).isZero();

        SERVER.put(object, 0, new byte[9]);
        sweep(blobs, Instant.EPOCH);
        assertThat(SERVER.pieces(object)).isEqualTo(1);

        sweep(blobs(Clock.offset(TestStore.CLOCK, SWEPT_AGAIN_AFTER)), Instant.EPOCH);
        assertThat(SERVER.pieces(object)).isZero();
        assertThat(doomed(object)).isZero();
    }

    @Test
    void goesOnDeletingWhenTheBucketIsBack() throws IOException {
        var name = put(zhang.id(), bytes(9));
        var object = objectOf(name);
        blobs.forget(name);
        var wrong = new S3Blobs(
                TestStore.DATABASE, TestStore.KEYS, TestStore.CLOCK, ImpatientBucket.at(SERVER.address(), "wrong"));

        sweep(wrong, Instant.EPOCH);
        assertThat(SERVER.pieces(object)).isEqualTo(1);

        sweep(blobs(Clock.offset(TestStore.CLOCK, SWEPT_AGAIN_AFTER)), Instant.EPOCH);
        assertThat(SERVER.pieces(object)).isZero();
    }

    @Test
    void movesWhatLayInTheDatabaseBefore() throws IOException {
        var name = "n-" + UUID.randomUUID();
        var bytes = bytes(1_100_000);
        TestStore.blobs().put(name, zhang.id(), "image/png", new ByteArrayInputStream(bytes), _ -> true);
        var object = objectOf(name);
        assertThat(blobs.open(name)).hasBinaryContent(bytes);
        var half = blobs.open(name);
        assertThat(half.readNBytes(100)).hasSize(100);

        while (blobs.move() > 0) {
            // small batches
        }

        assertThat(chunksInTheDatabaseOf(object)).isZero();
        assertThat(SERVER.pieces(object)).isEqualTo(2);
        assertThat(half.readAllBytes()).hasSize(bytes.length - 100);
        assertThat(blobs.open(name)).hasBinaryContent(bytes);
        assertThatThrownBy(() -> TestStore.blobs().open(name).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void deletesInTheBucketWhatWasDeletedWhileItWasMoved() throws IOException {
        var name = "n-" + UUID.randomUUID();
        TestStore.blobs().put(name, zhang.id(), "image/png", new ByteArrayInputStream(bytes(9)), _ -> true);
        var object = objectOf(name);
        owner.sql("update blob.object set engine = 'moving' where id = ?")
                .param(object)
                .update();
        SERVER.put(object, 0, new byte[9]);

        blobs.forget(name);
        sweep(blobs, Instant.EPOCH);

        assertThat(SERVER.pieces(object)).isZero();
    }

    @Test
    void wantsItsKeysAtTheStart(@TempDir Path secrets) throws IOException {
        Files.writeString(Files.createDirectory(secrets.resolve("blobs")).resolve("access-key"), "trial-access");

        assertThatThrownBy(() -> new S3Blobs(
                        TestStore.DATABASE,
                        TestStore.KEYS,
                        TestStore.CLOCK,
                        BucketAddress.of(SERVER.address()),
                        Secrets.in(secrets),
                        BucketWatch.NOBODY))
                .isInstanceOf(Secrets.MissingSecret.class)
                .hasMessageContaining("blobs/secret-key");
    }

    /** Killed after the last piece, before the commit: nobody can open it, and the sweep of a day later deletes it. */
    @Test
    void leavesNothingOfAPutThatWasKilledBeforeItsCommit() throws Exception {
        var name = "n-" + UUID.randomUUID();
        var object = PutLoop.killedBeforeItsCommit(SERVER.address(), name, zhang.id());

        assertThat(SERVER.pieces(object)).isEqualTo(2);
        assertThatThrownBy(() -> blobs.open(name)).isInstanceOf(Forgotten.class);
        sweep(blobs, TestStore.CLOCK.instant().minusSeconds(1));
        assertThat(SERVER.pieces(object)).isEqualTo(2);

        sweep(blobs, TestStore.CLOCK.instant().plusSeconds(1));

        assertThat(SERVER.pieces(object)).isZero();
    }

    private int doomed(String object) {
        return owner.sql("select count(*) from blob.doomed where object = ?")
                .param(object)
                .query(Integer.class)
                .single();
    }

    private int chunksInTheDatabaseOf(String object) {
        return owner.sql("select count(*) from blob.chunk where object = ?")
                .param(object)
                .query(Integer.class)
                .single();
    }

    private static BlobStore blobs(Clock clock) {
        return new S3Blobs(TestStore.DATABASE, TestStore.KEYS, clock, SERVER.bucket());
    }
}
