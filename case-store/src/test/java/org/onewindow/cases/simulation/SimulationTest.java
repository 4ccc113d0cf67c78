package org.onewindow.cases.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;

/**
 * A hundred thousand lives of a case, each under a seed of its own, on all cores.
 *
 * <p>{@code -Dsimulation.from=N -Dsimulation.seeds=1 -Dsimulation.story=true} replays one and tells its story; more
 * {@code seeds} live more of them.
 */
class SimulationTest {

    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long SEEDS = Long.getLong("simulation.seeds", 100_000);
    private static final boolean STORY = Boolean.getBoolean("simulation.story");

    @Test
    void nothingIsLostOrDoneTwiceWhateverTheSeed() {
        var ends = LongStream.range(FROM, FROM + SEEDS)
                .parallel()
                .mapToObj(SimulationTest::live)
                .collect(Collectors.groupingByConcurrent(Function.identity(), Collectors.counting()));

        assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(SEEDS);
        if (SEEDS >= 1_000) {
            assertThat(ends.keySet())
                    .as("every end is reached: " + Map.copyOf(ends))
                    .contains(CaseState.APPROVED, CaseState.REFUSED, CaseState.WITHDRAWN);
        }
    }

    @Test
    void aSeedTellsTheSameStoryEveryTime() {
        assertThat(lived(FROM).story()).isEqualTo(lived(FROM).story());
    }

    private static CaseState live(long seed) {
        var city = lived(seed);
        if (STORY) {
            System.out.println("seed " + seed + ": " + city.story());
        }
        return city.end();
    }

    private static SimulatedCity lived(long seed) {
        try {
            var city = new SimulatedCity(seed);
            city.live();
            return city;
        } catch (AssertionError | RuntimeException broken) {
            var replay = "-Dsimulation.from=%d -Dsimulation.seeds=1".formatted(seed);
            throw new AssertionError("seed " + seed + ", to be replayed with " + replay + ": " + broken, broken);
        }
    }
}
