package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.inspection.Refusal;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

class UploadsTest {

    private static final byte[] PDF = TestPdf.saying("contract");

    private static final HolderId KEEPER = Somebody.arrives().id();

    private final Path folder;
    private final Uploads uploads;
    private final JdbcClient sql = JdbcClient.create(TestStore.DATABASE);

    UploadsTest(@TempDir Path folder) {
        this.folder = folder;
        this.uploads = TestStore.uploads(folder);
    }

    @Test
    void keepsTheBytesForTheirOwner() throws IOException {
        var stored = (Received.Stored) receive(sender("citizen:zhang"), "application/pdf", PDF);

        var upload = stored.upload();
        assertThat(upload.size()).isEqualTo(PDF.length);
        assertThat(upload.sha256()).hasSize(64);
        assertThat(uploads.of(upload.id(), "citizen:zhang")).contains(upload);
        try (var bytes = uploads.open(upload.id())) {
            assertThat(bytes.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void tellsNobodyElse() throws IOException {
        var stored = (Received.Stored) receive(sender("citizen:zhang"), "application/pdf", PDF);

        assertThat(uploads.of(stored.upload().id(), "citizen:wang")).isEmpty();
        assertThat(uploads.of("upl_unknown", "citizen:wang")).isEmpty();
    }

    @Test
    void keepsTheSameBytesOfOneOwnerOnceAndThoseOfTwoApart() throws IOException {
        var zhang = Somebody.arrives().id();
        var wang = Somebody.arrives().id();

        receive(sender("citizen:zhang", zhang), "application/pdf", PDF);
        receive(sender("citizen:zhang", zhang), "application/pdf", PDF);
        receive(sender("citizen:wang", wang), "application/pdf", PDF);

        assertThat(objectsOf(zhang)).isEqualTo(1);
        assertThat(objectsOf(wang)).isEqualTo(1);
    }

    @Test
    void answersTheSameKeyWithTheSameUpload() throws IOException {
        var sender = sender("citizen:zhang");
        var first = (Received.Stored) receive(sender, "application/pdf", PDF);

        assertThat(receive(sender, "application/pdf", PDF)).isEqualTo(new Received.Stored(first.upload(), true));
        assertThat(receive(sender, "application/pdf", TestPdf.saying("other"))).isEqualTo(new Received.KeyReused());
        assertThat(receive(
                        new Uploads.Sender("citizen:wang", KEEPER, sender.client(), sender.idempotencyKey()),
                        "application/pdf",
                        PDF))
                .isEqualTo(new Received.KeyReused());
    }

    @Test
    void takesExactlyTheLimitAndNotAByteMore() throws IOException {
        assertThat(receive(sender("citizen:zhang"), "application/pdf", TestPdf.ofSize(Uploads.MAX_BYTES)))
                .isInstanceOf(Received.Stored.class);

        var endless = TestPdf.ofSize(Long.MAX_VALUE);

        assertThat(receive(sender("citizen:zhang"), "application/pdf", endless)).isEqualTo(new Received.TooLarge());
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesWhatItIsNotCalledAndWhatNobodyNeeds() throws IOException {
        var zip = zip("readme.txt");

        assertThat(receive(sender("a"), "image/png", PDF))
                .isEqualTo(new Received.Refused(Refusal.TYPE_NOT_AS_DECLARED));
        assertThat(receive(sender("a"), "application/ofd", zip))
                .isEqualTo(new Received.Refused(Refusal.TYPE_NOT_ACCEPTED));
        assertThat(receive(sender("a"), "image/svg+xml", "<svg/>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Received.Refused(Refusal.TYPE_NOT_ACCEPTED));
        assertThat(receive(sender("a"), "application/pdf", new byte[0])).isEqualTo(new Received.Empty());
        assertThat(files()).isEmpty();
    }

    @Test
    void takesAnOfdDocument() throws IOException {
        assertThat(receive(sender("a"), "application/ofd", zip("OFD.xml"))).isInstanceOf(Received.Stored.class);
    }

    @Test
    void keepsAPictureWithoutWhatItsCameraWroteAndTellsTheHashOfThat() throws Exception {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        jpeg.writeBytes("GPS 36.67N".getBytes(StandardCharsets.US_ASCII));

        var upload = ((Received.Stored) receive(sender("a"), "image/jpeg", jpeg.toByteArray())).upload();

        try (var bytes = uploads.open(upload.id())) {
            var kept = bytes.readAllBytes();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
            assertThat(upload.size()).isEqualTo(kept.length).isLessThan(jpeg.size());
            assertThat(upload.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingOfASenderWhoBreaksOff() throws IOException {
        var broken = new SequenceInputStream(new ByteArrayInputStream(PDF), Ending.broken());

        assertThatThrownBy(() -> receive(sender("a"), "application/pdf", broken))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void makesAPlainNameOfWhateverItIsCalled() throws IOException {
        var label = new Uploads.Label(null, "..\\..\\etc/\u202Epass\u0000wd" + "x".repeat(5000), "application/pdf");

        var stored = (Received.Stored) uploads.receive(sender("a"), label, new ByteArrayInputStream(PDF));

        assertThat(stored.upload().fileName()).startsWith("passwdx").hasSize(200);
    }

    private Received receive(Uploads.Sender sender, String contentType, byte[] body) throws IOException {
        return receive(sender, contentType, new ByteArrayInputStream(body));
    }

    private Received receive(Uploads.Sender sender, String contentType, InputStream body) throws IOException {
        return uploads.receive(sender, new Uploads.Label("sale-contract", "合同.pdf", contentType), body);
    }

    private static Uploads.Sender sender(String owner) {
        return sender(owner, KEEPER);
    }

    private static Uploads.Sender sender(String owner, HolderId keeper) {
        return new Uploads.Sender(owner, keeper, "portal", UUID.randomUUID().toString());
    }

    private int objectsOf(HolderId keeper) {
        return sql.sql("select count(*) from blob.object where keeper = ?")
                .param(keeper.bytes())
                .query(Integer.class)
                .single();
    }

    private java.util.List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<OFD/>".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
