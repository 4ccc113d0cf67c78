package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.StepState;

class StopSwitchTest {

    private static final int MANY = 900;

    @Test
    void haltsRunawayRetriesWithinFiveSecondsAndLeavesOlderFailuresAlone(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            town.archive.away = true;
            var numbers = open(town, MANY);
            await().atMost(Duration.ofMinutes(3)).until(() -> town.failed() == MANY);

            town.switches.turn("archive", true, false, "li", "the archive is moving");

            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
            int halted = town.archive.calls.get();
            await().during(Duration.ofSeconds(8))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> town.archive.calls.get() == halted);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(numbers)
                    .anySatisfy(number -> assertThat(town.step(number).why())
                            .isNotNull()
                            .satisfies(why -> assertThat(why.code()).isEqualTo("retries-off"))));

            town.switches.turn("archive", false, false, "li", "it has moved");
            var young = town.open();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> town.step(young).calls().tries() >= 2);
            assertThat(town.archive.calls.get() - halted)
                    .as("the new case's calls only")
                    .isEqualTo(town.step(young).attempts());

            town.archive.away = false;
            town.switches.turn("archive", false, true, "li", "all of them");

            await().atMost(Duration.ofMinutes(6)).until(() -> town.steps("done") == MANY + 1);
            assertThat(town.archive.keys).doesNotHaveDuplicates().hasSize(MANY + 1);
        }
    }

    @Test
    void holdsEveryDepartmentByOneSwitch(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            town.switches.turn(RetryStops.ALL, true, false, "li", "everything is on fire");
            town.archive.away = true;

            var number = town.open();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(town.step(number).why())
                            .isNotNull()
                            .satisfies(why -> assertThat(why.code()).isEqualTo("retries-off")));
            assertThat(town.step(number).state()).isEqualTo(StepState.RETRYING);
            assertThat(town.archive.calls).as("a first call is no retry").hasValue(1);
        }
    }

    static List<CaseNumber> open(Town town, int count) {
        return IntStream.range(0, count).mapToObj(_ -> town.open()).toList();
    }
}
