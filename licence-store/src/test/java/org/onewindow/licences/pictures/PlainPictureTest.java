package org.onewindow.licences.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainPictureTest {

    private static final String PLACE = "GPS 36.67N 117.02E, camera of Zhang";

    private final Path from;
    private final Path to;

    PlainPictureTest(@TempDir Path folder) {
        from = folder.resolve("from");
        to = folder.resolve("to");
    }

    @Test
    void takesOutWhatACameraWroteIntoAJpegAndKeepsEveryPixel() throws IOException {
        var jpeg = encoded("jpeg");
        var told = spliced(jpeg, 2, segment(0xe1, exif(6)), segment(0xfe, text(PLACE)), segment(0xed, text(PLACE)));

        var plain = plain("image/jpeg", spliced(told, told.length, text("a video: " + PLACE)));

        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(pixels(plain)).isEqualTo(pixels(jpeg));
        assertThat(Orientation.in(Arrays.copyOfRange(plain, 12, plain.length))).hasValue(6);
    }

    @Test
    void leavesAJpegAsItIsThatSaysNothing() throws IOException {
        var jpeg = encoded("jpeg");

        assertThat(plain("image/jpeg", jpeg)).isEqualTo(jpeg);
    }

    @Test
    void keepsTheColoursOfAJpegAsTheyAreMeant() throws IOException {
        var profile = segment(0xe2, text("ICC_PROFILE\0 colours"));

        var plain = plain("image/jpeg", spliced(encoded("jpeg"), 2, profile));

        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).contains("ICC_PROFILE");
    }

    @Test
    void takesOutWhatAProgramWroteIntoAPngAndKeepsEveryPixel() throws IOException {
        var png = encoded("png");
        var tiff = Arrays.copyOfRange(exif(8), 6, exif(8).length);
        var told = spliced(
                png, 33, chunk("eXIf", tiff), chunk("tEXt", text("Author\0" + PLACE)), chunk("tIME", new byte[7]));

        var plain = plain("image/png", spliced(told, told.length, text(PLACE)));

        assertThat(new String(plain, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("tIME");
        assertThat(pixels(plain)).isEqualTo(pixels(png));
        assertThat(plain).isEqualTo(spliced(png, 33, chunk("eXIf", Orientation.tiff(8))));
    }

    @Test
    void leavesAPngAsItIsThatSaysNothing() throws IOException {
        var png = encoded("png");

        assertThat(plain("image/png", png)).isEqualTo(png);
    }

    @Test
    void refusesPicturesThatAreCutOrBuiltOtherwise() throws IOException {
        var jpeg = encoded("jpeg");
        var png = encoded("png");

        assertThat(copies("image/jpeg", Arrays.copyOf(jpeg, jpeg.length - 2))).isFalse();
        assertThat(copies("image/jpeg", spliced(jpeg, 2, new byte[] {0}))).isFalse();
        assertThat(copies("image/png", Arrays.copyOf(png, png.length - 12))).isFalse();
        assertThat(copies("image/png", spliced(png, 33, new byte[] {-1, -1, -1, -1})))
                .isFalse();
        assertThat(copies("image/png", jpeg)).isFalse();
    }

    /** Whatever a structure claims of itself, it is read within its bounds. */
    @Test
    void readsNoWayUpOutOfABrokenStructure() {
        assertThat(Orientation.in(new byte[0])).isEmpty();
        for (int i = 0; i < 26; i++) {
            var tiff = Orientation.tiff(6);
            tiff[i] = (byte) 0xff;
            Orientation.in(tiff);
            Orientation.in(Arrays.copyOf(tiff, i));
        }
        assertThat(Orientation.in(Orientation.tiff(3))).hasValue(3);
        assertThat(Orientation.in(Orientation.tiff(9))).isEmpty();
    }

    private byte[] plain(String type, byte[] picture) throws IOException {
        assertThat(copies(type, picture)).isTrue();
        return Files.readAllBytes(to);
    }

    private boolean copies(String type, byte[] picture) throws IOException {
        Files.write(from, picture);
        return PlainPicture.copy(type, from, to);
    }

    private static byte[] exif(int way) {
        var tiff = Orientation.tiff(way);
        return joined(text("Exif\0\0"), tiff, text(PLACE));
    }

    private static byte[] encoded(String format) throws IOException {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            image.setRGB(x, x % 48, Color.HSBtoRGB(x / 64f, 1, 1));
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] segment(int code, byte[] body) {
        int length = body.length + 2;
        return joined(new byte[] {(byte) 0xff, (byte) code, (byte) (length >> 8), (byte) length}, body);
    }

    private static byte[] chunk(String name, byte[] body) {
        var named = joined(text(name), body);
        var sum = new CRC32();
        sum.update(named);
        return joined(number(body.length), named, number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return java.nio.ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] spliced(byte[] whole, int at, byte[]... between) {
        return joined(Arrays.copyOf(whole, at), joined(between), Arrays.copyOfRange(whole, at, whole.length));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
