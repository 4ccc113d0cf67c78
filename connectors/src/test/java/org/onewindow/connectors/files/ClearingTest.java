package org.onewindow.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that nobody ever cleared does not hold up the answers of today. */
final class ClearingTest {

    private static final Duration KEPT = Duration.ofDays(30);

    @Test
    void clearsAwayAFewHundredAtALook(@TempDir Path in) throws IOException {
        var done = Files.createDirectory(in.resolve("done"));
        for (int i = 0; i <= Clearing.MOST_AT_ONCE; i++) {
            Files.createFile(done.resolve(i + ".xml"));
        }
        var clearing = new Clearing(KEPT, Clock.offset(Clock.systemUTC(), KEPT.plusDays(1)));

        clearing.look(in);
        assertThat(done.toFile().list()).hasSize(1);
        clearing.look(in);
        assertThat(done.toFile().list()).isEmpty();
    }

    @Test
    void followsNoLinkAndTouchesNoFolder(@TempDir Path in) throws IOException {
        var elsewhere = Files.createDirectory(in.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("of-somebody.xml"));
        Files.createSymbolicLink(in.resolve("done"), elsewhere);
        var refused = Files.createDirectory(in.resolve("refused"));
        Files.createDirectory(refused.resolve("folder"));
        Files.createSymbolicLink(refused.resolve("link.xml"), elsewhere.resolve("of-somebody.xml"));

        new Clearing(KEPT, Clock.offset(Clock.systemUTC(), KEPT.plusDays(1))).look(in);

        assertThat(elsewhere.resolve("of-somebody.xml")).exists();
        assertThat(refused.toFile().list()).containsExactly("folder");
    }
}
