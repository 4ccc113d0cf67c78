package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.inspection.Refusal;

class UploadsTest {

    private static final byte[] PDF = TestPdf.saying("contract");

    private final Path folder;
    private final Uploads uploads;

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
        receive(sender("citizen:zhang"), "application/pdf", PDF);
        receive(sender("citizen:zhang"), "application/pdf", PDF);
        receive(sender("citizen:wang"), "application/pdf", PDF);

        assertThat(files()).hasSize(2);
    }

    @Test
    void answersTheSameKeyWithTheSameUpload() throws IOException {
        var sender = sender("citizen:zhang");
        var first = (Received.Stored) receive(sender, "application/pdf", PDF);

        assertThat(receive(sender, "application/pdf", PDF)).isEqualTo(new Received.Stored(first.upload(), true));
        assertThat(receive(sender, "application/pdf", TestPdf.saying("other"))).isEqualTo(new Received.KeyReused());
        assertThat(receive(
                        new Uploads.Sender("citizen:wang", sender.client(), sender.idempotencyKey()),
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
        assertThat(files()).hasSize(1);
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
    void keepsNothingOfASenderWhoBreaksOff() throws IOException {
        var broken = new SequenceInputStream(new ByteArrayInputStream(PDF), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return read();
            }
        });

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
        return new Uploads.Sender(owner, "portal", UUID.randomUUID().toString());
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
