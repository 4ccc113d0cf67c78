package org.onewindow.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onewindow.benchmarks.load.LoadGenerator;

class PeersTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NODE")
    void aPeerAnswersEveryQuestionWithItsOwnChecksums(Peer peer) throws Exception {
        try (var stubs = Stubs.start(folder);
                var candidate = peer.start(folder, folder, stubs).awaitReady();
                var generator = new LoadGenerator()) {
            var target = Targets.inquiry(candidate.port(), "fan-out", Map.of());

            var measured = generator.closed(target.looking(target.right()), 8, 100, Duration.ofMinutes(1));

            assertThat(measured.requests()).isEqualTo(100);
            assertThat(measured.refusals()).isEmpty();
            assertThat(measured.wrong()).isZero();
        }
    }
}
