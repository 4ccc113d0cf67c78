package org.onewindow.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.cases.StepState;
import org.onewindow.cases.store.MessageSearch;
import org.onewindow.cases.store.Replay;

class ReplayTest {

    private static final int MANY = 500;
    private static final MessageSearch FAILED =
            new MessageSearch(null, null, null, "archive", null, MessageSearch.FAILED, null, null);

    /** The archive was away, retries were switched off meanwhile, it is back. */
    private static void afterAnOutage(Town town, int cases) {
        town.archive.away = true;
        town.switches.turn("archive", true, false, "li", "away");
        StopSwitchTest.open(town, cases);
        await().atMost(Duration.ofMinutes(3)).until(() -> town.failed() == cases && town.steps("retrying") == cases);
        town.archive.away = false;
        town.switches.turn("archive", false, false, "li", "back");
    }

    private static Replay find(Town town, Replay.Plan plan) {
        return town.replays.find(plan.replay().id()).orElseThrow();
    }

    @Test
    void triesEachOfFiveHundredAgainOnceInOrderAndTellsHowFarItIs(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            afterAnOutage(town, MANY);

            var plan = town.replays.plan(FAILED, "li");

            assertThat(plan.replay().total()).isEqualTo(MANY);
            assertThat(plan.sample()).hasSize(10);
            await().during(Duration.ofSeconds(2)).until(() -> town.archive.keys.isEmpty());

            assertThat(town.replays.run(plan.replay().id(), 200, "li", "the archive is back"))
                    .isTrue();
            assertThat(town.replays.run(plan.replay().id(), 200, "li", "twice")).isFalse();

            var progress = new ArrayList<Integer>();
            await().atMost(Duration.ofMinutes(4)).until(() -> {
                progress.add(find(town, plan).done());
                return find(town, plan).state().equals("finished");
            });
            assertThat(find(town, plan).done()).isEqualTo(MANY);
            assertThat(progress).isSorted().anyMatch(done -> done > 0 && done < MANY);
            assertThat(town.archive.cases).isEqualTo(town.inOrderOfFailure());
            assertThat(town.archive.keys).doesNotHaveDuplicates().hasSize(MANY);
            assertThat(town.replays.plan(FAILED, "li").replay().total())
                    .as("what is done is never done again")
                    .isZero();
        }
    }

    @Test
    void beginsNothingMoreOnceItIsStopped(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            afterAnOutage(town, 40);
            var plan = town.replays.plan(FAILED, "li");
            town.replays.run(plan.replay().id(), 5, "li", "slowly");
            await().atMost(Duration.ofSeconds(30)).until(() -> find(town, plan).done() >= 2);

            assertThat(town.replays.stop(plan.replay().id(), "li")).isTrue();

            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            int stopped = town.archive.calls.get();
            await().during(Duration.ofSeconds(4)).until(() -> town.archive.calls.get() == stopped);
            assertThat(find(town, plan).state()).isEqualTo("stopped");
            assertThat(find(town, plan).waiting()).isGreaterThan(20);
        }
    }

    @Test
    void leavesAloneWhatWentOnByItself(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            afterAnOutage(town, 1);
            var plan = town.replays.plan(FAILED, "li");
            var other = town.replays.plan(FAILED, "wang");
            town.replays.run(plan.replay().id(), 10, "li", "first");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> find(town, plan).state().equals("finished"));

            town.replays.run(other.replay().id(), 10, "wang", "second, at the same time");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> find(town, other).state().equals("finished"));
            assertThat(find(town, other).skipped()).isEqualTo(1);
            assertThat(town.archive.keys).hasSize(1);
            assertThat(town.steps(StepState.DONE.code())).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatWasSaid(@TempDir Path secrets) throws Exception {
        try (var town = new Town(secrets)) {
            var number = town.open();
            await().atMost(Duration.ofSeconds(20)).until(() -> town.steps("done") == 1);

            var line = town.messages
                    .search(
                            new MessageSearch(number.text(), null, null, null, null, java.util.List.of(), null, null),
                            null,
                            10)
                    .getFirst();
            var shown = town.messages.show(line.id()).orElseThrow();

            assertThat(line.status()).isEqualTo(200);
            assertThat(line.reference()).isEqualTo("DA-1");
            assertThat(shown.complete()).isTrue();
            assertThat(shown.steps()).isNotNull().satisfies(steps -> {
                assertThat(steps.request()).contains("\"name\":\"张*\"").doesNotContain("370102198503078212");
                assertThat(steps.sent()).contains("\"path\":\"/entries\"", "\"caseNumber\":\"" + number + "\"");
                assertThat(steps.heard()).isEqualTo("{\"entryNumber\": \"DA-1\"}");
                assertThat(steps.reply()).contains("\"state\":\"answered\"");
            });
        }
    }
}
