package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.typical;
import static org.onewindow.cases.Play.AWAY;
import static org.onewindow.cases.Play.UNKNOWN;
import static org.onewindow.cases.Play.YES;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.config.Effect;

/** What is tried again because somebody asks, and what a stop switch keeps from it. */
class RetryTest {

    private static final RetryStops OFF = new RetryStops(Map.of(Given.DEPARTMENT, Instant.MAX));

    private static Play play(Effect effect) {
        return Play.accepted(matter(call("deed")), department(typical("deed", effect), operation("find", Effect.READ)));
    }

    private static RetryStops onAgain(Instant at) {
        return new RetryStops(Map.of(Given.DEPARTMENT, at));
    }

    @TestFactory
    Stream<DynamicTest> triesAgainAtOnceWithTheSameKey() {
        return Stream.of(Effect.values())
                .map(effect -> DynamicTest.dynamicTest(effect.name(), () -> {
                    var play = play(effect).answer("deed", AWAY);
                    var first = EffectKeys.of(play.snapshot().number(), "deed", Purpose.ACT, 1);

                    play.retry("deed");

                    assertThat(play.decision().accepted()).isTrue();
                    assertThat(play.call("deed").key()).isEqualTo(first);
                    assertThat(play.call("deed").attempt()).isEqualTo(2);
                    assertThat(play.traceKinds()).contains("retry-asked");
                    assertThat(play.answer("deed", YES).state("deed")).isEqualTo(StepState.DONE);
                }));
    }

    @Test
    void neverAsksForWhatIsDone() {
        var play = play(Effect.NONE).answer("deed", YES);

        assertThat(play.retry("deed").decision().accepted()).isFalse();
        assertThat(play.state("deed")).isEqualTo(StepState.DONE);
    }

    @Test
    void leavesADoubtToAPersonWhereTheDepartmentKnowsNoKeys() {
        var play = play(Effect.NONE).answer("deed", UNKNOWN);
        assertThat(play.state("deed")).isEqualTo(StepState.UNCERTAIN);

        play.retry("deed");

        assertThat(play.decision().refusal()).isEqualTo("uncertain");
        assertThat(play.isCallable("deed")).isFalse();
    }

    @Test
    void doesNotTryAgainWhatTheDepartmentMayHaveForgotten() {
        var play = play(Effect.KEY).answer("deed", UNKNOWN).sleep(Duration.ofDays(3));

        assertThat(play.retry("deed").decision().refusal()).isEqualTo("uncertain");
    }

    @Test
    void takesUpWhatTheHubHadGivenUp() {
        var play = play(Effect.READ).answer("deed", AWAY);
        while (play.state("deed") != StepState.STUCK) {
            play.untilNext("deed").answer("deed", AWAY);
        }

        play.retry("deed");

        assertThat(play.state("deed")).isEqualTo(StepState.READY);
    }

    @TestFactory
    Stream<DynamicTest> isHeldBackWhileTheSwitchIsOff() {
        return Stream.of(Effect.READ, Effect.KEY)
                .map(effect -> DynamicTest.dynamicTest(effect.name(), () -> {
                    var play = play(effect).answer("deed", AWAY).turned(OFF).wait(Duration.ofMinutes(10));

                    assertThat(play.state("deed")).isEqualTo(StepState.RETRYING);
                    assertThat(play.why("deed")).isEqualTo("retries-off");
                    assertThat(play.isCallable("deed")).isFalse();
                    assertThat(play.retry("deed").decision().refusal()).isEqualTo("retries-off");
                }));
    }

    @Test
    void isHeldBackEvenWithItsHintOnTheWay() {
        var play = play(Effect.READ).answer("deed", AWAY).untilNext("deed");
        assertThat(play.isCallable("deed")).isTrue();

        play.turned(OFF);

        assertThat(play.isCallable("deed")).isFalse();
        assertThat(play.wait(Duration.ofMinutes(5)).why("deed")).isEqualTo("retries-off");
    }

    @Test
    void firstCallsAreNoRetries() {
        var play = play(Effect.KEY).turned(OFF);

        assertThat(play.isCallable("deed")).isTrue();
        assertThat(play.answer("deed", AWAY).why("deed")).isEqualTo("retries-off");
    }

    @Test
    void staysHeldWhenTheSwitchIsOnAgainUntilSomebodyAsks() {
        var play = play(Effect.KEY).answer("deed", AWAY).turned(OFF).wait(Duration.ofMinutes(10));

        play.turned(onAgain(play.now())).wait(Duration.ofHours(2));
        assertThat(play.isCallable("deed")).isFalse();

        play.retry("deed");
        assertThat(play.isCallable("deed")).isTrue();
        play.answer("deed", AWAY);
        assertThat(play.why("deed"))
                .as("what fails from then on is tried again")
                .isEqualTo("department-unavailable");
    }

    @Test
    void anOlderFailureThatWasNotDueYetIsOlderTheSame() {
        var play = play(Effect.KEY).answer("deed", AWAY).sleep(Duration.ofMillis(50));

        play.turned(onAgain(play.now())).wait(Duration.ofMinutes(10));

        assertThat(play.why("deed")).isEqualTo("retries-off");
    }
}
