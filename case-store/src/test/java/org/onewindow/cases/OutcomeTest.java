package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Play.AWAY;
import static org.onewindow.cases.Play.NO;
import static org.onewindow.cases.Play.TAKEN;
import static org.onewindow.cases.Play.UNKNOWN;
import static org.onewindow.cases.Play.YES;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.cases.CaseEvent.OutcomeArrived.Source;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation.Outcome.By;

class OutcomeTest {

    private static final Department REGISTRY = department(
            operation("register", Effect.KEY)
                    .kept(Duration.ofDays(30))
                    .outcome(By.CALLBACK, "look", Duration.ofHours(1)),
            operation("look", Effect.READ));

    private static Play registering() {
        return Play.accepted(matter(call("register")), REGISTRY);
    }

    @Test
    void waitsForTheOutcomeAndAsksWhenItDoesNotCome() {
        var play = registering().answer("register", new Pending(Map.of("receipt", "R1"), null));
        assertThat(play.why("register")).isEqualTo("waiting-for-outcome");
        assertThat(play.isCallable("register")).isFalse();

        play.wait(Duration.ofHours(1));
        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        assertThat(play.call("register"))
                .returns(Purpose.POLL, PlannedCall::purpose)
                .returns("look", call -> call.operation().id())
                .returns(false, PlannedCall::act);
        assertThat(play.call("register").request().facts()).containsEntry("register", Map.of("receipt", "R1"));

        play.answer("register", YES);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void asksAgainWhenTheDepartmentSaysTo() {
        var play = registering().answer("register", new Pending(Map.of(), Duration.ofMinutes(10)));

        assertThat(play.alarm()).isEqualTo(play.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aLookUpThatFindsNobodyLeavesTheStepWaiting() {
        var play = registering().answer("register", TAKEN).wait(Duration.ofHours(1));
        var since = play.step("register").since();

        for (var vain : new org.onewindow.canonical.DepartmentReply[] {AWAY, UNKNOWN, TAKEN}) {
            play.answer("register", vain);
            assertThat(play.state("register")).isEqualTo(StepState.WAITING);
            assertThat(play.step("register").since()).isEqualTo(since);
            play.untilNext("register");
        }
    }

    @Test
    void anOlderOutcomeNeverOverwritesANewerOne() {
        var play = registering().answer("register", TAKEN);

        play.outcome("register", new Answered(Map.of("title", "T2")), 3L);
        var done = play.snapshot();
        play.outcome("register", NO, 2L);
        play.outcome("register", NO, 3L);

        assertThat(play.decision().accepted()).isTrue();
        assertThat(play.decision().trace()).isEmpty();
        assertThat(play.snapshot().steps()).isEqualTo(done.steps());
    }

    @Test
    void anOutcomeThatOvertakesTheAnswerCounts() {
        var play = registering().lease("register").outcome("register", YES, 1L);
        assertThat(play.state("register")).isEqualTo(StepState.DONE);

        play.on(new CaseEvent.Replied(play.now(), "register", 1, Purpose.ACT, TAKEN, "node-a"));

        assertThat(play.state("register")).isEqualTo(StepState.DONE);
        assertThat(play.traceKinds()).doesNotContain("late-result");
    }

    @Test
    void anInReviewOutcomeEndsADoubt() {
        var play = registering().answer("register", UNKNOWN);

        play.outcome("register", TAKEN, 1L);

        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        assertThat(play.step("register").act().doubtful()).isFalse();
    }

    @Test
    void aRefusalByCallbackRefusesTheCase() {
        var play = registering().answer("register", TAKEN).outcome("register", NO, 1L);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(play.snapshot().ending()).returns("no", Ending::reason).returns("不予通过", Ending::text);
    }

    @Test
    void aCallbackThatIsNoOutcomeIsForAPersonAndTheStepGoesOnWaiting() {
        var play = registering().answer("register", TAKEN).outcome("register", UNKNOWN, 1L);

        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        assertThat(play.tasks()).containsExactly("answer-unclear");
    }

    @Test
    void whereTheAnswerComesByQueueBusyMeansAgainLater() {
        var play = Play.accepted(
                matter(call("apply")), department(operation("apply", Effect.KEY).outcomeWithin(Duration.ofMinutes(5))));
        play.answer("apply", TAKEN);

        play.outcome("apply", Purpose.ACT, AWAY, null, Source.QUEUE);
        assertThat(play.state("apply")).isEqualTo(StepState.RETRYING);
        play.outcome("apply", Purpose.ACT, AWAY, null, Source.QUEUE);
        assertThat(play.step("apply").calls().tries()).isEqualTo(1);

        play.untilNext("apply").answer("apply", TAKEN).outcome("apply", Purpose.ACT, YES, null, Source.QUEUE);
        assertThat(play.state("apply")).isEqualTo(StepState.DONE);
    }

    @Test
    void aLookUpByQueueMayAnswerBeforeItsSendingWasRecorded() {
        var play = Play.accepted(
                matter(call("look")), department(operation("look", Effect.READ).outcomeWithin(Duration.ofMinutes(5))));

        play.outcome("look", Purpose.ACT, YES, null, Source.QUEUE);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void tellsWhenAStepIsOverItsLimitAndGoesOnWaiting() {
        var play =
                Play.accepted(matter(call("register").limitDays(3)), REGISTRY).answer("register", TAKEN);

        play.wait(Duration.ofDays(4));

        assertThat(play.tasks()).containsOnlyOnce("step-overdue");
        assertThat(play.traceKinds()).containsOnlyOnce("step-limit-100");
        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        play.outcome("register", YES, 1L);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aLookUpThatCannotBeMadeIsAnOperatorsWhileTheOutcomeMayStillCome() {
        var play = registering().answer("register", TAKEN).wait(Duration.ofHours(1));

        play.on(new CaseEvent.Unmappable(play.now(), "register", "MAP01", "no such field", true));

        assertThat(play.tasks()).containsExactly("mapping-failed");
        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        play.outcome("register", YES, 1L);
        assertThat(play.state("register")).isEqualTo(StepState.DONE);
    }

    @Test
    void anEffectAfterTheEndIsAnOperators() {
        var play = Play.accepted(
                matter(call("register").undo("look"), call("other")),
                department(
                        operation("register", Effect.KEY).outcome(By.CALLBACK, null, null),
                        operation("look", Effect.KEY),
                        operation("other", Effect.READ)));
        play.answer("other", NO);
        assertThat(play.state("register")).isEqualTo(StepState.CANCELLED);

        play.outcome("register", YES, 1L);

        assertThat(play.tasks()).containsExactly("effect-after-end");
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
    }
}
