package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClockTest {

    @TempDir
    Path folder = Path.of("");

    private Path file = folder;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("clock");
    }

    @Test
    void isTheSystemsTimeWhereNobodyMovedIt() {
        var before = Instant.now();

        var now = new SharedClock(file).instant();

        assertThat(now).isBetween(before, Instant.now());
    }

    @Test
    void movesOnForEverybodyWhoSharesTheFile() {
        var one = new SharedClock(file);

        one.advance(Duration.ofDays(3));
        one.advance(Duration.ofHours(2));

        assertThat(one.offset()).isEqualTo(Duration.ofHours(74));
        assertThat(new SharedClock(file).offset()).isEqualTo(Duration.ofHours(74));
    }

    @Test
    void noticesSoonThatAnotherMovedIt() {
        var mine = new SharedClock(file);
        var before = mine.instant();

        new SharedClock(file).advance(Duration.ofDays(1));

        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (mine.offset().isZero() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(mine.offset()).isEqualTo(Duration.ofDays(1));
        assertThat(mine.instant()).isAfter(before.plus(Duration.ofDays(1)).minusSeconds(1));
    }

    @Test
    void neverGoesBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedClock(file).advance(Duration.ofSeconds(-1)));
    }

    @Test
    void showsBeijingTimeUnlessAskedForAnother() {
        var clock = new SharedClock(file);

        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(clock.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.createDirectories(file.resolve("a-directory"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new SharedClock(file))
                .withMessageContaining("clock");
    }
}
