package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.blobs.BlobsAway;
import org.onewindow.licences.blobs.Forgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long an upload stays, for whom, and what of one that was kept before there was a store for them. */
class UploadLifeTest {

    private static final String OWNER = "citizen:zhang";

    private final byte[] pdf = TestPdf.saying(UUID.randomUUID().toString());
    private final Somebody zhang = Somebody.arrives();
    private final Somebody wang = Somebody.arrives();
    private final Path data;
    private final Uploads uploads;

    UploadLifeTest(@TempDir Path data) {
        this.data = data;
        this.uploads = TestStore.uploads(data);
    }

    @Test
    void isGoneAfterADayWhenNobodyUsesIt() throws IOException {
        var id = upload();
        var nearly = after(Duration.ofHours(24).minusSeconds(1));
        var then = after(Duration.ofHours(24));

        sweep(nearly);
        assertThat(nearly.of(id, OWNER)).isPresent();
        assertThat(then.of(id, OWNER)).isEmpty();
        assertThat(then.hold(id, OWNER)).isEmpty();
        sweep(then);

        assertThatThrownBy(() -> then.open(id)).hasMessageContaining("there is no upload");
        assertThat(keysOf(id)).isZero();
    }

    @Test
    void staysThirtyDaysWhenSomebodyHoldsIt() throws IOException {
        var id = upload();

        assertThat(uploads.hold(id, OWNER)).isPresent();
        assertThat(uploads.hold(id, "citizen:wang")).isEmpty();

        var nearly = after(Duration.ofDays(30).minusSeconds(1));
        sweep(nearly);
        assertThat(nearly.open(id)).hasBinaryContent(pdf);
        assertThat(uploads.delete(id, OWNER)).isFalse();
        var then = after(Duration.ofDays(30));
        sweep(then);
        assertThat(then.of(id, OWNER)).isEmpty();
    }

    @Test
    void staysWhenACaseBearsIt() throws IOException {
        var id = upload();

        uploads.keep(id);
        uploads.hold(id, OWNER);

        var later = after(Duration.ofDays(4000));
        sweep(later);
        assertThat(later.open(id)).hasBinaryContent(pdf);
    }

    @Test
    void isTakenBackByItsOwnerOnly() throws IOException {
        var id = upload();

        assertThat(uploads.delete(id, "citizen:wang")).isFalse();
        assertThat(uploads.delete(id, OWNER)).isTrue();

        assertThat(uploads.of(id, OWNER)).isEmpty();
        assertThat(keysOf(id)).isZero();
    }

    @Test
    void opensByWhoeverItWasSharedWithWhenItsSenderIsErased() throws IOException {
        var id = upload();
        uploads.share(id, wang.id());

        TestStore.erase(zhang.actor(), zhang.id());

        assertThat(uploads.open(id)).hasBinaryContent(pdf);
        uploads.drop(id, wang.id());
        assertThatThrownBy(() -> uploads.open(id)).isInstanceOf(Forgotten.class);
        assertThat(receive()).isEqualTo(new Received.SenderErased());
    }

    @Test
    void losesBytesAndNameWithItsLastKeeper() throws IOException {
        var id = upload();

        uploads.drop(id, zhang.id());

        assertThatThrownBy(() -> uploads.open(id)).isInstanceOf(Forgotten.class);
        assertThat(uploads.ofCase(id).orElseThrow().fileName()).isEmpty();
    }

    @Test
    void readsWhatAHubBeforeKeptInAFileUntilItIsMoved() throws IOException {
        var file = formerFile("upl_former" + zhang.passport());
        var id = "upl_former" + zhang.passport();

        assertThat(uploads.open(id)).hasBinaryContent(pdf);
        assertThat(uploads.of(id, TestStore.HASH.of(zhang.holder().idType(), zhang.passport())))
                .isPresent();
        uploads.former().moveAll();

        assertThat(file).doesNotExist();
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
        TestStore.erase(zhang.actor(), zhang.id());
        assertThatThrownBy(() -> uploads.open(id)).isInstanceOf(Forgotten.class);
    }

    @Test
    void deletesTheFileOfSomebodyWhoWasErasedSince() throws IOException {
        var id = upload();
        var file = formerFile("upl_former" + zhang.passport());
        TestStore.erase(zhang.actor(), zhang.id());

        uploads.former().moveAll();

        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> uploads.open("upl_former" + zhang.passport())).isInstanceOf(Forgotten.class);
        assertThatThrownBy(() -> uploads.open(id)).isInstanceOf(Forgotten.class);
    }

    /** Each try would leave a row: as many as there are files, every minute. */
    @Test
    void triesNoOtherFileWhileTheBucketIsAway() throws IOException {
        formerFile("upl_former_1" + zhang.passport());
        formerFile("upl_former_2" + zhang.passport());
        var tries = new AtomicInteger();
        var away = (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (_, _, _) -> {
                    tries.incrementAndGet();
                    throw new BlobsAway("the bucket is away");
                });
        var sql = JdbcClient.create(TestStore.DATABASE);

        assertThat(new FormerUploads(sql, away, TestStore.HASH, data.resolve("uploads")).moveAll())
                .isFalse();

        assertThat(tries).hasValue(1);
    }

    @Test
    void movesAFileBeforeItIsShared() throws IOException {
        var id = "upl_former" + zhang.passport();
        var file = formerFile(id);

        uploads.share(id, wang.id());

        assertThat(file).doesNotExist();
        assertThat(keysOf(id)).isEqualTo(2);
    }

    /** Plain bytes of a node that was killed do not stay on its disk. */
    @Test
    void clearsAwayWhatAKilledNodeWasLookingAt() throws IOException {
        var left =
                Files.writeString(Files.createDirectories(data.resolve("spool")).resolve("upload1.part"), "plain");

        TestStore.uploads(data);

        assertThat(left).doesNotExist();
    }

    private Path formerFile(String id) throws IOException {
        var owner = TestStore.HASH.of(zhang.holder().idType(), zhang.passport());
        var folder = Files.createDirectories(
                data.resolve("uploads").resolve(sha256(owner.getBytes(StandardCharsets.UTF_8))));
        JdbcClient.create(TestStore.DATABASE)
                .sql(
                        "insert into upload values (?, ?, 'portal', ?, 'sale-contract', 'a.pdf', 'application/pdf', ?, ?, now())")
                .params(id, owner, UUID.randomUUID().toString(), pdf.length, sha256(pdf))
                .update();
        return Files.write(folder.resolve(sha256(pdf)), pdf);
    }

    private String upload() throws IOException {
        return ((Received.Stored) receive()).upload().id();
    }

    private Received receive() throws IOException {
        var sender = new Uploads.Sender(
                OWNER, zhang.id(), "portal", UUID.randomUUID().toString());
        var label = new Uploads.Label("sale-contract", "合同.pdf", "application/pdf");
        return uploads.receive(sender, label, new ByteArrayInputStream(pdf));
    }

    private Uploads after(Duration time) {
        return TestStore.uploads(data, Clock.offset(TestStore.CLOCK, time));
    }

    private static void sweep(Uploads then) {
        while (then.sweep(50) > 0) {
            // small batches
        }
    }

    private static int keysOf(String id) {
        return JdbcClient.create(TestStore.DATABASE)
                .sql("select count(*) from blob.key where name = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
