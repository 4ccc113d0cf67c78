package org.onewindow.licences.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    private static final String OFD = "application/ofd";

    private final Inspection inspection = new Inspection(Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    /** Writes what a test hands in. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Changes a PDF of one page. */
    @FunctionalInterface
    private interface Change {
        void of(PDDocument pdf) throws IOException;
    }

    private Finding found(String declared, Content content) throws IOException {
        var file = folder.resolve("upload.part");
        try (var out = Files.newOutputStream(file)) {
            content.to(out);
        }
        var finding = inspection.of(file, declared);
        try (var left = Files.list(folder)) {
            assertThat(left).as("nothing is left beside it").containsExactly(file);
        }
        return finding;
    }

    private Finding pdf(Change change) throws IOException {
        return found(PDF, out -> {
            try (var pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                change.of(pdf);
                pdf.save(out);
            }
        });
    }

    private static void assertRefused(Finding finding, Refusal reason) {
        assertThat(finding).isInstanceOfSatisfying(Finding.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.why()).isNotBlank();
        });
    }

    @Test
    void aPlainPdfIsSound() throws IOException {
        assertThat(pdf(_ -> {})).isEqualTo(new Finding.Sound(PDF));
    }

    @Test
    void aPictureIsSound() throws IOException {
        assertThat(found(PNG, out -> ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out)))
                .isEqualTo(new Finding.Sound(PNG));
    }

    @Test
    void anOfdDocumentIsSound() throws IOException {
        assertThat(found(OFD, out -> zip(out, "OFD.xml", "Doc_0/Document.xml"))).isEqualTo(new Finding.Sound(OFD));
    }

    @Test
    void whatTheSenderCallsItCountsForNothing() throws IOException {
        assertRefused(found(PNG, out -> zip(out, "OFD.xml")), Refusal.TYPE_NOT_AS_DECLARED);
        assertRefused(found(PDF, out -> out.write("MZ\0\0 a programme".getBytes(UTF_8))), Refusal.TYPE_NOT_ACCEPTED);
        assertRefused(found(OFD, out -> zip(out, "word/document.xml")), Refusal.TYPE_NOT_ACCEPTED);
        assertRefused(
                found("text/html", out -> out.write("<html><script/>".getBytes(UTF_8))), Refusal.TYPE_NOT_ACCEPTED);
    }

    @Test
    void aPdfThatRunsSomethingIsRefused() throws IOException {
        assertRefused(
                pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                Refusal.ACTIVE_CONTENT);
        assertRefused(pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionLaunch())), Refusal.ACTIVE_CONTENT);
        assertRefused(
                pdf(pdf -> pdf.getPage(0).getCOSObject().setItem(COSName.AA, new COSDictionary())),
                Refusal.ACTIVE_CONTENT);
    }

    @Test
    void aPdfThatCarriesFilesIsRefused() throws IOException {
        assertRefused(
                pdf(pdf -> {
                    var names = new COSDictionary();
                    names.setItem(COSName.EMBEDDED_FILES, new COSDictionary());
                    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
                }),
                Refusal.ACTIVE_CONTENT);
    }

    @Test
    void aPdfWithAPasswordIsRefused() throws IOException {
        assertRefused(
                pdf(pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()))),
                Refusal.ENCRYPTED);
    }

    @Test
    void aBookIsRefused() throws IOException {
        assertRefused(
                pdf(pdf -> {
                    for (int i = 0; i < 300; i++) {
                        pdf.addPage(new PDPage());
                    }
                }),
                Refusal.TOO_MANY_PAGES);
    }

    @Test
    void aPictureByTheBillionPixelsIsRefusedByItsHeader() throws IOException {
        assertRefused(found(PNG, out -> out.write(hugePng(100_000, 100_000))), Refusal.TOO_MANY_PIXELS);
        assertRefused(
                pdf(pdf -> {
                    var picture = new COSDictionary();
                    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
                    picture.setInt(COSName.WIDTH, 60_000);
                    picture.setInt(COSName.HEIGHT, 60_000);
                    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Picture"), picture);
                }),
                Refusal.TOO_MANY_PIXELS);
    }

    @Test
    void aPdfThatUnpacksToGigabytesEndsItsOwnProcessAndNotTheHub() throws IOException {
        assertRefused(found(PDF, InspectionTest::objectStreamBomb), Refusal.UNREADABLE);
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        assertRefused(found(PDF, out -> out.write("%PDF-1.7\nno more".getBytes(UTF_8))), Refusal.UNREADABLE);
        assertRefused(
                found(PNG, out -> out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})),
                Refusal.UNREADABLE);
    }

    @Test
    void aContainerThatIsATrapIsRefused() throws IOException {
        assertRefused(found(OFD, out -> zip(out, "OFD.xml", "../../etc/cron.d/evil")), Refusal.CONTAINER_UNSAFE);
        assertRefused(found(OFD, out -> zip(out, "OFD.xml", "ofd.xml")), Refusal.CONTAINER_UNSAFE);
        assertRefused(found(OFD, InspectionTest::bomb), Refusal.CONTAINER_UNSAFE);
        assertRefused(found(OFD, InspectionTest::crowd), Refusal.CONTAINER_UNSAFE);
        assertRefused(found(OFD, InspectionTest::nested), Refusal.CONTAINER_UNSAFE);
    }

    private static void zip(OutputStream out, String... names) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var name : names) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("<x/>".getBytes(UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void bomb(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("OFD.xml"));
        zip.putNextEntry(new ZipEntry("bomb"));
        for (int i = 0; i < 64; i++) {
            zip.write(new byte[1 << 20]);
        }
        zip.finish();
    }

    private static void crowd(OutputStream out) throws IOException {
        var names = new String[1001];
        names[0] = "OFD.xml";
        for (int i = 1; i < names.length; i++) {
            names[i] = "Doc_0/" + i;
        }
        zip(out, names);
    }

    private static void nested(OutputStream out) throws IOException {
        var inner = new ByteArrayOutputStream();
        zip(inner, "x");
        for (int i = 0; i < 3; i++) {
            var outer = new ByteArrayOutputStream();
            wrap(outer, inner.toByteArray());
            inner = outer;
        }
        out.write(inner.toByteArray());
    }

    private static void wrap(OutputStream out, byte[] content) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("OFD.xml"));
        zip.putNextEntry(new ZipEntry("inner.zip"));
        zip.write(content);
        zip.finish();
    }

    private static byte[] hugePng(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        png.write(chunk("IHDR", header));
        png.write(chunk("IDAT", new byte[0]));
        png.write(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(UTF_8));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(UTF_8))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Two megabytes whose only object stream unpacks to two gigabytes. */
    private static void objectStreamBomb(OutputStream out) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write("1 0 ".getBytes(UTF_8));
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 2048; i++) {
                deflated.write(spaces);
            }
        }
        var head = "%PDF-1.5\n2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size()
                + ">>\nstream\n";
        out.write(head.getBytes(UTF_8));
        out.write(packed.toByteArray());
        out.write("\nendstream\nendobj\n".getBytes(UTF_8));
        var xref = xrefStream();
        int at = head.length() + packed.size() + "\nendstream\nendobj\n".length();
        out.write(("3 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length " + xref.length
                        + ">>\nstream\n")
                .getBytes(UTF_8));
        out.write(xref);
        out.write(("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n").getBytes(UTF_8));
    }

    /** Object 1 stands in object stream 2, which stands at byte 9. */
    private static byte[] xrefStream() throws IOException {
        var rows = ByteBuffer.allocate(4 * 7);
        rows.put((byte) 0).putInt(0).putShort((short) 0xFFFF);
        rows.put((byte) 2).putInt(2).putShort((short) 0);
        rows.put((byte) 1).putInt(9).putShort((short) 0);
        rows.put((byte) 0).putInt(0).putShort((short) 0);
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(rows.array());
        }
        return packed.toByteArray();
    }
}
