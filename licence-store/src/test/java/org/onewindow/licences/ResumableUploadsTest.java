package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.inspection.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResumableUploadsTest {

    private static final String OWNER = "citizen:zhang";
    private static final Uploads.Label LABEL = new Uploads.Label("sale-contract", "合同.pdf", "application/pdf");

    private final Somebody zhang = Somebody.arrives();
    private final Uploads.Sender sender =
            new Uploads.Sender(OWNER, zhang.id(), "portal", UUID.randomUUID().toString());
    private final byte[] pdf = pdf(700_000);
    private final JdbcClient sql = JdbcClient.create(TestStore.OWNER);
    private final Path data;
    private final Uploads uploads;
    private final ResumableUploads resumable;

    ResumableUploadsTest(@TempDir Path data) {
        this.data = data;
        this.uploads = TestStore.uploads(data);
        this.resumable = TestStore.resumable(uploads, TestStore.CLOCK);
    }

    @Test
    void isAnUploadWhenItsLastByteHasCome() throws IOException {
        var id = begin(pdf.length);

        assertThat(append(id, 0, part(0, 300_000))).isInstanceOf(Resumed.Going.class);
        assertThat(resumable.find(id, OWNER).orElseThrow().received()).isEqualTo(300_000);
        assertThat(uploads.of(id, OWNER)).as("of no use yet").isEmpty();
        var end = append(id, 300_000, part(300_000, pdf.length));

        var upload = uploads.of(id, OWNER).orElseThrow();
        assertThat(end).isEqualTo(new Resumed.Over(new Received.Stored(upload, false)));
        assertThat(upload.fileName()).isEqualTo("合同.pdf");
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
        assertThat(partsOf(id)).isZero();
        assertThat(resumable.find(id, OWNER).orElseThrow().received()).isEqualTo(pdf.length);
        assertThat(files()).isZero();
    }

    @Test
    void goesOnAtAnotherNodeWhereTheLineBroke() throws IOException {
        var id = begin(pdf.length);
        var broken = new SequenceInputStream(part(0, 400_000), Ending.broken());

        assertThatThrownBy(() -> append(id, 0, broken)).isInstanceOf(IOException.class);

        var other = TestStore.resumable(TestStore.uploads(data.resolve("other")), TestStore.CLOCK);
        assertThat(other.find(id, OWNER).orElseThrow().received()).isEqualTo(400_000);
        other.append(id, OWNER, 400_000, null, part(400_000, pdf.length));
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
    }

    @Test
    void keepsNoPlainByteOfWhatIsOnItsWay() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));

        var kept = sql.sql("select data from blob.part where upload = ?")
                .param(id)
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
        assertThat(files()).isZero();
    }

    @Test
    void refusesBytesThatDoNotGoOnWhereItEnds() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));

        assertThat(append(id, 0, part(0, 1000))).isEqualTo(new Resumed.WrongOffset());
        assertThat(append(id, 2000, part(2000, 3000))).isEqualTo(new Resumed.WrongOffset());
        assertThat(resumable.find(id, OWNER).orElseThrow().received()).isEqualTo(1000);
    }

    /** Both began at the same place; only one of them goes on. */
    @Test
    void refusesTheSlowerOfTwoWhoWriteAtOnce() throws IOException {
        var id = begin(pdf.length);
        var slow = new SequenceInputStream(part(0, 500), new Ending(() -> append(id, 0, part(0, 2000))));

        assertThat(append(id, 0, slow)).isEqualTo(new Resumed.WrongOffset());

        append(id, 2000, part(2000, pdf.length));
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
    }

    @Test
    void keepsNothingOfARequestWhoseChecksumDiffers() throws Exception {
        var id = begin(pdf.length);
        var right = checksum("sha1", "SHA-1", Arrays.copyOf(pdf, 1000));

        assertThat(resumable.append(id, OWNER, 0, right, part(0, 999))).isEqualTo(new Resumed.ChecksumDiffers());
        assertThat(resumable.find(id, OWNER).orElseThrow().received()).isZero();
        assertThat(partsOf(id)).isZero();
        assertThat(resumable.append(id, OWNER, 0, right, part(0, 1000))).isInstanceOf(Resumed.Going.class);

        var rest = Arrays.copyOfRange(pdf, 1000, pdf.length);
        resumable.append(id, OWNER, 1000, checksum("sha256", "SHA-256", rest), new ByteArrayInputStream(rest));
        assertThat(uploads.open(id)).hasBinaryContent(pdf);
        assertThat(Checksum.parse("crc32 AAAA")).isEmpty();
        assertThat(Checksum.parse("sha1 §")).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void refusesMoreThanWasSaidAndMoreThanIsTaken() throws Exception {
        var id = begin(1000);
        var checksum = checksum("sha1", "SHA-1", Arrays.copyOf(pdf, 1001));

        assertThat(append(id, 0, part(0, 1001))).isEqualTo(over(new Received.TooLarge()));
        assertThat(resumable.append(id, OWNER, 0, checksum, part(0, 1001))).isEqualTo(over(new Received.TooLarge()));
        assertThat(resumable.begin(sender("k"), LABEL, Uploads.MAX_BYTES + 1)).isEqualTo(over(new Received.TooLarge()));
        assertThat(resumable.begin(sender("k"), LABEL, 0)).isEqualTo(over(new Received.Empty()));
    }

    @Test
    void keepsNothingOfWhatTheInspectionRefuses() throws IOException {
        var html = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var id = begin(html.length);

        var end = append(id, 0, new ByteArrayInputStream(html));

        assertThat(end).isEqualTo(over(new Received.Refused(Refusal.TYPE_NOT_ACCEPTED)));
        assertThat(resumable.find(id, OWNER)).isEmpty();
        assertThat(partsOf(id)).isZero();
        assertThat(uploads.of(id, OWNER)).isEmpty();
        assertThat(sql.sql("select count(*) from blob.object where keeper = ?")
                        .param(zhang.id().bytes())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersTheSameBeginningWithTheSameUpload() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));

        var again = (Resumed.Going) resumable.begin(sender, LABEL, pdf.length);

        assertThat(again.replayed()).isTrue();
        assertThat(again.progress().id()).isEqualTo(id);
        assertThat(again.progress().received()).isEqualTo(1000);
        assertThat(resumable.begin(sender, LABEL, pdf.length + 1)).isEqualTo(over(new Received.KeyReused()));
        append(id, 1000, part(1000, pdf.length));
        assertThat(resumable.begin(sender, LABEL, pdf.length)).isInstanceOf(Resumed.Going.class);
    }

    @Test
    void refusesTheKeyOfAnUploadThatCameWhole() throws IOException {
        uploads.receive(sender, LABEL, new ByteArrayInputStream(pdf));

        assertThat(resumable.begin(sender, LABEL, pdf.length)).isEqualTo(over(new Received.KeyReused()));
    }

    @Test
    void isNobodyElses() throws IOException {
        var id = begin(pdf.length);

        assertThat(resumable.find(id, "citizen:wang")).isEmpty();
        assertThat(resumable.append(id, "citizen:wang", 0, null, part(0, 10))).isEqualTo(new Resumed.Unknown());
        assertThat(resumable.delete(id, "citizen:wang")).isFalse();
    }

    @Test
    void isGoneWhenItsSenderEndsIt() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));

        assertThat(resumable.delete(id, OWNER)).isTrue();

        assertThat(append(id, 1000, part(1000, 2000))).isEqualTo(new Resumed.Unknown());
        assertThat(partsOf(id)).isZero();
    }

    @Test
    void isGoneADayAfterItsLastByte() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));
        var then = TestStore.resumable(uploads, Clock.offset(TestStore.CLOCK, Duration.ofHours(24)));

        assertThat(then.find(id, OWNER)).isEmpty();
        assertThat(then.append(id, OWNER, 1000, null, part(1000, 2000))).isEqualTo(new Resumed.Unknown());
        while (then.sweep(50) > 0) {
            // small batches
        }

        assertThat(partsOf(id)).isZero();
        assertThat(resumable.find(id, OWNER)).isEmpty();
    }

    @Test
    void isGoneWhenItsSenderIsErased() throws IOException {
        var id = begin(pdf.length);
        append(id, 0, part(0, 1000));

        TestStore.erase(zhang.actor(), zhang.id());

        assertThat(append(id, 1000, part(1000, 2000))).isEqualTo(new Resumed.Unknown());
        assertThat(resumable.begin(sender("k2"), LABEL, 10)).isEqualTo(over(new Received.SenderErased()));
    }

    private String begin(long length) {
        return ((Resumed.Going) resumable.begin(sender, LABEL, length))
                .progress()
                .id();
    }

    private Resumed append(String id, long offset, InputStream body) throws IOException {
        return resumable.append(id, OWNER, offset, null, body);
    }

    private static Resumed over(Received end) {
        return new Resumed.Over(end);
    }

    private Uploads.Sender sender(String key) {
        return new Uploads.Sender(OWNER, zhang.id(), "portal", key + UUID.randomUUID());
    }

    private InputStream part(int from, int to) {
        return new ByteArrayInputStream(pdf, from, to - from);
    }

    private static @Nullable Checksum checksum(String name, String algorithm, byte[] bytes) throws Exception {
        var hash = MessageDigest.getInstance(algorithm).digest(bytes);
        return Checksum.parse(name + " " + Base64.getEncoder().encodeToString(hash))
                .orElseThrow();
    }

    private int partsOf(String id) {
        return sql.sql("select count(*) from blob.part where upload = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private long files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] pdf(long size) {
        try (var in = TestPdf.ofSize(size)) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
