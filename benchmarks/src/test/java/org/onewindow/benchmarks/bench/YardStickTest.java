package org.onewindow.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.benchmarks.load.LoadGenerator;
import org.onewindow.config.Configuration;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;

class YardStickTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersEveryQuestionWithItsOwnChecksums() throws Exception {
        try (var stubs = Stubs.start(folder);
                var control = Control.start(folder, stubs);
                var generator = new LoadGenerator()) {
            var target = Targets.inquiry(control.port(), "fan-out", Map.of());

            var measured = generator.closed(target.looking(target.right()), 8, 100, Duration.ofMinutes(1));

            assertThat(measured.requests()).isEqualTo(100);
            assertThat(measured.bad()).isZero();
            assertThat(measured.wrong()).isZero();
        }
    }

    @Test
    void noticesAnswersThatAreNotToTheQuestion() throws Exception {
        try (var stubs = Stubs.start(folder);
                var control = Control.start(folder, stubs);
                var generator = new LoadGenerator()) {
            var target = Targets.inquiry(control.port(), "fan-out", Map.of());
            var anothers = target.looking((number, answer) -> target.right().test(number + 1, answer));

            var measured = generator.closed(anothers, 2, 10, Duration.ofMinutes(1));

            assertThat(measured.wrong()).isEqualTo(10);
        }
    }

    @Test
    void measuresFromWhenARequestWasMeantToStart() throws Exception {
        try (var stubs = Stubs.start(folder);
                var control = Control.start(folder, stubs);
                var generator = new LoadGenerator()) {
            stubs.latency(50);

            var measured =
                    generator.open(Targets.inquiry(control.port(), "fan-out", Map.of()), 20, Duration.ofSeconds(1));

            assertThat(measured.requests()).isEqualTo(20);
            assertThat(measured.millisAt(50)).isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void theSyntheticCityIsAConfigurationLikeAnyOther() {
        var root = Path.of("city").toAbsolutePath();

        var loaded = (Configuration.Loaded) Configuration.load(root, Settings.of(Map.of()));

        assertThat(Connectors.check(root, loaded.tree().departments().values())).isEmpty();
    }
}
