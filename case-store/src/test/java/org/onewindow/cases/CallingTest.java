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
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.EffectKey;
import org.onewindow.cases.CaseEvent.Leased;
import org.onewindow.cases.CaseEvent.Replied;
import org.onewindow.cases.CaseEvent.Unmappable;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;

class CallingTest {

    private static Play withOne(Effect effect) {
        return Play.accepted(matter(call("deed")), department(typical("deed", effect), operation("find", Effect.READ)));
    }

    @Test
    void hintsAtAReadyActAgainUntilSomebodyTakesIt() {
        var play = withOne(Effect.KEY);
        assertThat(play.commands()).contains(new Command.Dispatch("deed", Given.DEPARTMENT));
        int before = play.commands().size();

        play.wait(Duration.ofSeconds(3));

        assertThat(play.commands().subList(before, play.commands().size()))
                .containsExactly(new Command.Dispatch("deed", Given.DEPARTMENT));
        play.lease("deed");
        int leased = play.commands().size();
        play.wait(Duration.ofSeconds(30));
        assertThat(play.commands()).hasSize(leased);
    }

    @Test
    void hintsEverMoreRarelyAtAStepThatNobodyTakes() {
        var play = withOne(Effect.KEY);

        play.wait(Duration.ofHours(1));

        long hints = play.commands().stream()
                .filter(Command.Dispatch.class::isInstance)
                .count();
        assertThat(hints).isBetween(60L, 80L);
    }

    @Test
    void leasesAnActOnceOnly() {
        var play = withOne(Effect.NONE).lease("deed");

        play.on(new Leased(play.now(), "deed", 1, "node-b", play.now().plusSeconds(40)));
        assertThat(play.decision().refusal()).isEqualTo("not-leased");
        play.on(new Leased(play.now(), "deed", 2, "node-b", play.now().plusSeconds(40)));
        assertThat(play.decision().refusal()).isEqualTo("not-leased");

        assertThat(play.step("deed").lease())
                .isEqualTo(new Lease("node-a", play.now().plusSeconds(40)));
    }

    @Test
    void leasesNeitherALookUpNorAnotherAttemptNorForThePast() {
        var look = withOne(Effect.READ);
        var act = withOne(Effect.KEY);

        assertThat(look.lease("deed").decision().refusal()).isEqualTo("not-leased");
        assertThat(act.on(new Leased(act.now(), "deed", 2, "n", act.now().plusSeconds(9)))
                        .decision()
                        .refusal())
                .isEqualTo("not-leased");
        assertThat(act.on(new Leased(act.now(), "deed", 1, "n", act.now()))
                        .decision()
                        .refusal())
                .isEqualTo("not-leased");
        assertThat(act.on(new Leased(act.now(), "other", 1, "n", act.now().plusSeconds(9)))
                        .decision()
                        .refusal())
                .isEqualTo("not-leased");
    }

    @Test
    void aPausedNodeThatComesBackOverwritesNothing() {
        var play = withOne(Effect.KEY).lease("deed");
        play.wait(Duration.ofSeconds(41)).untilNext("deed").lease("deed");

        play.on(new Replied(play.now(), "deed", 1, Purpose.ACT, UNKNOWN, "node-a"));
        assertThat(play.state("deed")).isEqualTo(StepState.CALLING);
        play.on(new Replied(play.now(), "deed", 1, Purpose.ACT, YES, "node-a"));
        assertThat(play.state("deed")).isEqualTo(StepState.CALLING);

        play.on(new Replied(play.now(), "deed", 2, Purpose.ACT, new Answered(Map.of("number", "N2")), "node-a"));
        assertThat(play.step("deed").facts()).containsEntry("number", "N2");
        assertThat(play.traceKinds()).contains("late-result");
    }

    @Test
    void keepsKeyAndFirstTimeOverAllRetries() {
        var play = withOne(Effect.KEY);
        var first = play.call("deed");
        var keys = new HashSet<EffectKey>();

        for (int i = 0; i < 20; i++) {
            keys.add(play.call("deed").key());
            assertThat(play.call("deed").firstAt()).isEqualTo(first.firstAt());
            play.answer("deed", i % 2 == 0 ? AWAY : UNKNOWN).untilNext("deed");
        }

        assertThat(keys).containsExactly(first.key());
        assertThat(play.call("deed").attempt()).isEqualTo(21);
    }

    @Test
    void backsOffUpToFiveMinutes() {
        var play = withOne(Effect.KEY);
        var longest = Duration.ZERO;
        for (int i = 0; i < 60; i++) {
            play.answer("deed", AWAY);
            var next = java.util.Objects.requireNonNull(play.step("deed").nextAt());
            var pause = Duration.between(play.now(), next);
            assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMillis(300_100));
            if (i == 0) {
                assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(1_100));
            }
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            play.untilNext("deed");
        }
        assertThat(longest).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void comesBackNotBeforeTheDepartmentSays() {
        var play = withOne(Effect.KEY).answer("deed", new Unavailable("429", Duration.ofMinutes(7)));

        assertThat(play.step("deed").nextAt()).isEqualTo(play.now().plus(Duration.ofMinutes(7)));
        assertThat(play.why("deed")).isEqualTo("department-unavailable");
    }

    @Test
    void waitsForAClosedDepartmentWithoutACall() {
        var hours = new Department.Hours(LocalTime.of(10, 0), LocalTime.of(16, 0));

        var play = Play.accepted(
                matter(call("deed")), department(Given.DEPARTMENT, hours, operation("deed", Effect.NONE)));

        assertThat(play.state("deed")).isEqualTo(StepState.RETRYING);
        assertThat(play.why("deed")).isEqualTo("department-closed");
        assertThat(play.alarm()).isEqualTo(play.now().plus(Duration.ofHours(1)));
        play.wait(Duration.ofHours(1));
        assertThat(play.state("deed")).isEqualTo(StepState.READY);
        assertThat(play.step("deed").attempts()).isZero();
    }

    @Test
    void triesAgainWhenTheDepartmentOpensNotAtNight() {
        var hours = new Department.Hours(LocalTime.of(8, 0), LocalTime.of(9, 30));
        var play =
                Play.accepted(matter(call("deed")), department(Given.DEPARTMENT, hours, operation("deed", Effect.KEY)));

        play.answer("deed", new Unavailable("503", Duration.ofHours(2)));

        assertThat(play.step("deed").nextAt()).isEqualTo(play.now().plus(Duration.ofHours(23)));
    }

    @Test
    void aMappingThatFailsIsAnOperatorsAndGoesOnWhenMended() {
        var play = withOne(Effect.NONE);
        var key = play.call("deed").key();

        play.on(new Unmappable(play.now(), "deed", "MAP01", "no such field", true));
        assertThat(play.state("deed")).isEqualTo(StepState.STUCK);
        assertThat(play.tasks()).containsExactly("mapping-failed");

        play.resolve("deed", CaseEvent.Resolution.REPEAT);
        assertThat(play.call("deed").key()).isEqualTo(key);
        assertThat(play.answer("deed", YES).snapshot().state()).isEqualTo(CaseState.APPROVED);
        assertThat(play.commands()).contains(new Command.CloseTasks("deed"));
    }

    @Test
    void whatCannotBeCarriedIsRefusedBeforeItIsSent() {
        var play = withOne(Effect.QUERY);

        play.on(new Unmappable(play.now(), "deed", "outside-character-set", "䶮 cannot be carried", false));

        assertThat(play.state("deed")).isEqualTo(StepState.REFUSED);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(java.util.Objects.requireNonNull(play.snapshot().ending()).reason())
                .isEqualTo("outside-character-set");
    }

    @Test
    void asksNotBeforeTheSettleTime() {
        var play = withOne(Effect.QUERY).answer("deed", UNKNOWN);

        assertThat(play.step("deed").nextAt()).isEqualTo(play.now().plusSeconds(30));
        assertThat(play.isCallable("deed")).isFalse();
        play.untilNext("deed");
        assertThat(play.call("deed"))
                .returns(Purpose.QUERY, PlannedCall::purpose)
                .returns("find", call -> call.operation().id())
                .returns(false, PlannedCall::act);
    }

    @Test
    void asksAgainWhileTheLookUpFailsAndRepeatsOnAClearNoOnly() {
        var play = withOne(Effect.QUERY);
        var key = play.call("deed").key();
        play.answer("deed", UNKNOWN).untilNext("deed");
        for (var vain : new org.onewindow.canonical.DepartmentReply[] {AWAY, UNKNOWN, Play.TAKEN}) {
            play.answer("deed", vain).untilNext("deed");
            assertThat(play.call("deed").purpose()).isEqualTo(Purpose.QUERY);
        }

        play.answer("deed", new Answered(Map.of()));

        assertThat(play.call("deed")).returns(Purpose.ACT, PlannedCall::purpose).returns(key, PlannedCall::key);
    }

    @Test
    void aLookUpThatIsRefusedIsNoClearNo() {
        var play =
                withOne(Effect.QUERY).answer("deed", UNKNOWN).untilNext("deed").answer("deed", Play.NO);

        assertThat(play.state("deed")).isEqualTo(StepState.UNCERTAIN);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
    }

    @Test
    void aDoubtStaysADoubtWhenTheNextTryFindsNobody() {
        var play = withOne(Effect.KEY).answer("deed", UNKNOWN).untilNext("deed").answer("deed", AWAY);
        var until = play.now().plus(Duration.ofHours(49));

        while (play.now().isBefore(until) && play.state("deed") != StepState.UNCERTAIN) {
            play = play.isCallable("deed") ? play.answer("deed", AWAY) : play.wait(Duration.ofMinutes(1));
        }

        assertThat(play.state("deed")).isEqualTo(StepState.UNCERTAIN);
    }

    @Test
    void withoutADoubtTheForgottenKeyDoesNotMatter() {
        var play = withOne(Effect.KEY);
        var until = play.now().plus(Duration.ofDays(4));
        while (play.now().isBefore(until)) {
            play = play.isCallable("deed") ? play.answer("deed", AWAY) : play.wait(Duration.ofMinutes(1));
        }

        assertThat(play.state("deed")).isIn(StepState.RETRYING, StepState.READY);
    }
}
