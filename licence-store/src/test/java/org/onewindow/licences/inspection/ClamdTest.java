package org.onewindow.licences.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real clamd with a signature of its own for the EICAR test file. */
class ClamdTest {

    /** In two halves, so that no scanner of this machine takes the source for it. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static ClamdDaemon daemon;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        daemon = ClamdDaemon.start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @Test
    void knowsWhatIsClean() throws IOException {
        assertThat(new Clamd("127.0.0.1", daemon.port()).scan(file(InputStream.nullInputStream())))
                .isEqualTo(new VirusScanner.Result.Clean());
    }

    @Test
    void findsTheTestVirus() throws IOException {
        var found = new Clamd("127.0.0.1", daemon.port()).scan(file(EICAR));

        assertThat(found).isInstanceOf(VirusScanner.Result.Infected.class);
    }

    @Test
    void anInfectedPictureIsRefused() throws IOException {
        var picture = folder.resolve("picture.png");
        try (var out = Files.newOutputStream(picture)) {
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
            out.write(EICAR.getBytes(US_ASCII));
        }

        var finding = new Inspection(Optional.of(new Clamd("127.0.0.1", daemon.port()))).of(picture, "image/png");

        assertThat(finding).isInstanceOfSatisfying(Finding.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Refusal.INFECTED));
    }

    @Test
    void aScannerThatIsAwayPassesNothing() throws IOException {
        var picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());

        assertThat(new Inspection(Optional.of(new Clamd("127.0.0.1", 1))).of(picture, "image/png"))
                .isInstanceOf(Finding.ScannerAway.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content, US_ASCII);
    }

    private Path file(InputStream content) throws IOException {
        Files.copy(content, folder.resolve("empty"));
        return folder.resolve("empty");
    }
}
