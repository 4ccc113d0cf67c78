package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.payment;
import static org.onewindow.cases.Play.NO;
import static org.onewindow.cases.Play.TAKEN;
import static org.onewindow.cases.Play.UNKNOWN;
import static org.onewindow.cases.Play.YES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.cases.CaseEvent.Unmappable;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation.Outcome.By;

/** Refusals and withdrawals: nothing is left behind at any department, or a person knows of it. */
class EndingTest {

    private static final Department DEPARTMENT = department(
            operation("look", Effect.READ),
            operation("note", Effect.KEY),
            operation("cancel-note", Effect.KEY),
            operation("register", Effect.KEY).outcome(By.CALLBACK, "outcome", Duration.ofHours(1)),
            operation("outcome", Effect.READ),
            operation("withdraw", Effect.KEY),
            operation("correct", Effect.KEY),
            operation("once", Effect.NONE),
            operation("bill", Effect.KEY).outcome(By.CALLBACK, "bill-state", Duration.ofMinutes(10)),
            operation("bill-state", Effect.READ),
            operation("refund", Effect.KEY).outcome(By.CALLBACK, "bill-state", Duration.ofMinutes(10)));

    private static Play transfer() {
        return Play.accepted(
                matter(
                        call("look"),
                        call("note").after("look").undo("cancel-note"),
                        call("register").after("note").undo("withdraw"),
                        call("last", "look").after("register")),
                DEPARTMENT);
    }

    private static Play inReview() {
        return transfer().answer("look", YES).answer("note", YES).answer("register", TAKEN);
    }

    private static Play withdraw(Play play) {
        return play.on(new WithdrawalAsked(play.now(), "a hash"));
    }

    @Test
    void aCaseThatHasNotBegunIsWithdrawnAtOnce() {
        var play = withdraw(Play.received(matter(call("look")), Given.request(), DEPARTMENT));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(play.state("look")).isEqualTo(StepState.CANCELLED);
    }

    @Test
    void takesBackWhatWasDoneTheLatestFirstThenIsOver() {
        var play = withdraw(inReview());
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.state("register")).isEqualTo(StepState.UNDOING);
        assertThat(play.state("note")).isEqualTo(StepState.DONE);
        assertThat(play.call("register"))
                .returns("withdraw", call -> call.operation().id())
                .returns(Purpose.UNDO, PlannedCall::purpose)
                .returns(play.step("register").undoCorrelation(), PlannedCall::correlation);

        play.answer("register", YES);
        assertThat(play.state("register")).isEqualTo(StepState.UNDONE);
        assertThat(play.state("note")).isEqualTo(StepState.UNDOING);
        play.answer("note", YES);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(play.state("last")).isEqualTo(StepState.CANCELLED);
        assertThat(play.traceKinds()).endsWith("step-undone", "withdrawn");
    }

    @Test
    void anUndoHasAKeyOfItsOwnAndKeepsItOverRetries() {
        var act = transfer().answer("look", YES).call("note").key();
        var play = withdraw(inReview());
        var undo = play.call("register").key();
        assertThat(undo).isNotEqualTo(act);

        play.answer("register", UNKNOWN).untilNext("register");

        assertThat(play.state("register")).isEqualTo(StepState.UNDOING);
        assertThat(play.call("register").key()).isEqualTo(undo);
    }

    @Test
    void aWithdrawalThatTheRegistryRefusesIsRefusedAndTheCaseGoesOn() {
        var play = withdraw(inReview());

        play.answer("register", new Refused("not-possible-now", "已登簿"));

        assertThat(play.snapshot().ending()).isNull();
        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        assertThat(play.state("last")).isEqualTo(StepState.PLANNED);
        assertThat(play.traceKinds()).contains("withdrawal-refused");
        play.outcome("register", YES, 5L).answer("last", YES);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aSecondWithdrawalHasANewKey() {
        var play = withdraw(inReview());
        var first = play.call("register").key();
        play.answer("register", NO);

        withdraw(play);

        assertThat(play.call("register").key()).isNotEqualTo(first);
    }

    @Test
    void anUndoThatIsRefusedLaterIsAnOperators() {
        var play = withdraw(inReview()).answer("register", YES).answer("note", NO);

        assertThat(play.state("note")).isEqualTo(StepState.STUCK);
        assertThat(play.tasks()).contains("undo-refused");
        play.resolve("note", Resolution.DID_NOT_HAPPEN);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(play.state("note")).isEqualTo(StepState.DONE);
    }

    @Test
    void anOperatorMayHaveAnUndoRepeatedOrSayItHappened() {
        var repeated = withdraw(inReview()).answer("register", YES).answer("note", NO);
        repeated.resolve("note", Resolution.REPEAT).answer("note", YES);
        var happened = withdraw(inReview()).answer("register", YES).answer("note", NO);
        happened.resolve("note", Resolution.HAPPENED);

        for (var play : List.of(repeated, happened)) {
            assertThat(play.state("note")).isEqualTo(StepState.UNDONE);
            assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
        }
    }

    @Test
    void findsOutFirstWhatBecameOfAnActUnderWay() {
        var play = withdraw(transfer().answer("look", YES).lease("note"));
        assertThat(play.state("note")).isEqualTo(StepState.CALLING);

        play.on(new CaseEvent.Replied(play.now(), "note", 1, Purpose.ACT, UNKNOWN, "node-a"));
        assertThat(play.state("note")).isEqualTo(StepState.RETRYING);
        play.untilNext("note").answer("note", YES);
        assertThat(play.state("note")).isEqualTo(StepState.UNDOING);
        play.answer("note", YES);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void anActThatSurelyWasNotDoneIsJustCancelled() {
        var play = withdraw(transfer().answer("look", YES).answer("note", Play.AWAY));

        assertThat(play.state("note")).isEqualTo(StepState.CANCELLED);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void waitsForThePersonWhoFindsOutAboutAnUncertainAct() {
        var happened =
                Play.accepted(matter(call("once"), call("look")), DEPARTMENT).answer("once", UNKNOWN);
        var not = Play.accepted(matter(call("once"), call("look")), DEPARTMENT).answer("once", UNKNOWN);

        withdraw(happened);
        withdraw(not);
        assertThat(happened.snapshot().state().isOpen()).isTrue();
        assertThat(happened.snapshot().why()).returns(NextActor.OPERATOR, Why::nextActor);
        assertThat(happened.resolve("once", Resolution.REPEAT).decision().refusal())
                .isEqualTo("ending");
        happened.resolve("once", Resolution.HAPPENED);
        not.resolve("once", Resolution.DID_NOT_HAPPEN);

        assertThat(happened.state("once")).isEqualTo(StepState.DONE);
        assertThat(not.state("once")).isEqualTo(StepState.CANCELLED);
        assertThat(happened.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(not.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void aLegallyEffectiveActIsTakenBackByAPersonOnly() {
        var play = Play.accepted(
                        matter(call("note").undoByPerson(), call("look").after("note")), DEPARTMENT)
                .answer("note", YES)
                .answer("look", NO);

        assertThat(play.state("note")).isEqualTo(StepState.STUCK);
        assertThat(play.why("note")).isEqualTo("undo-by-person");
        assertThat(play.isCallable("note")).isFalse();
        play.resolve("note", Resolution.HAPPENED);
        assertThat(play.state("note")).isEqualTo(StepState.UNDONE);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void aPersonMayLeaveARefusedCasesActStanding() {
        var play = Play.accepted(
                        matter(call("note").undoByPerson(), call("look").after("note")), DEPARTMENT)
                .answer("note", YES)
                .answer("look", NO)
                .resolve("note", Resolution.DID_NOT_HAPPEN);

        assertThat(play.state("note")).isEqualTo(StepState.DONE);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void aPersonMayRefuseAWithdrawal() {
        var play = Play.accepted(
                        matter(call("note").undoByPerson(), call("look").after("note")), DEPARTMENT)
                .answer("note", YES);

        withdraw(play).resolve("note", Resolution.DID_NOT_HAPPEN);

        assertThat(play.traceKinds()).contains("withdrawal-refused");
        assertThat(play.answer("look", YES).snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aRefusalTakesBackWhatWasDone() {
        var play = transfer().answer("look", YES).answer("note", YES).answer("register", NO);

        assertThat(play.state("note")).isEqualTo(StepState.UNDOING);
        play.answer("note", YES);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(play.state("register")).isEqualTo(StepState.REFUSED);
    }

    @Test
    void cannotBeWithdrawnTwiceNorAfterItsEnd() {
        var play = withdraw(inReview());
        assertThat(withdraw(play).decision().refusal()).isEqualTo("already");
        var approved = Play.accepted(matter(call("look")), DEPARTMENT).answer("look", YES);
        var refused = Play.accepted(matter(call("look")), DEPARTMENT).answer("look", NO);

        assertThat(withdraw(approved).decision().refusal()).isEqualTo("too-late");
        assertThat(withdraw(refused).decision().refusal()).isEqualTo("closed");
    }

    @Test
    void theRegistrysWordThatItIsWithdrawnIsAnUndoToo() {
        var play = withdraw(inReview());

        play.outcome("register", new Refused("withdrawn", "已撤回"), 4L);

        assertThat(play.state("register")).isEqualTo(StepState.UNDONE);
    }

    @Test
    void theRegistrysWordEndsTheCallThatIsBeingMadeForIt() {
        var play = withdraw(inReview()).lease("register");
        assertThat(play.state("register")).isEqualTo(StepState.CALLING);

        play.outcome("register", NO, 4L);

        assertThat(play.state("register")).isEqualTo(StepState.UNDONE);
        assertThat(play.step("register").lease()).isNull();
    }

    @Test
    void anActThatIsRegisteredWhileBeingWithdrawnIsNotTakenForUndone() {
        var play = withdraw(inReview());

        play.outcome("register", new Answered(Map.of("certificate", "C")), 4L);

        assertThat(play.state("register")).isEqualTo(StepState.UNDOING);
    }

    @Test
    void aStepThatWaitsForCorrectionsIsTakenBackToo() {
        var play = transfer().answer("look", YES).answer("note", YES);
        play.answer(
                "register", new SupplementNeeded(List.of(new SupplementNeeded.Item("SALE_CONTRACT", "不清")), Map.of()));

        withdraw(play);

        assertThat(play.state("register")).isEqualTo(StepState.UNDOING);
        assertThat(play.snapshot().supplements()).noneMatch(Supplement::isOpen);
    }

    /** The registry wanted corrections, they were handed in, and no message can be made of them. */
    private static Play correctionsStuck() {
        var play = Play.accepted(
                matter(
                        call("register").supplement("correct").undo("withdraw"),
                        call("last", "look").after("register")),
                DEPARTMENT);
        play.answer(
                "register", new SupplementNeeded(List.of(new SupplementNeeded.Item("SALE_CONTRACT", "不清")), Map.of()));
        play.on(new SupplementHandedIn(play.now(), "s1", List.of(), "a hash"));
        return play.on(new Unmappable(play.now(), "register", "MAP01", "no such field", true));
    }

    @Test
    void anActWhoseCorrectionsAreStuckIsNotLeftBehindAtTheDepartment() {
        var play = withdraw(correctionsStuck());
        assertThat(play.state("register")).isEqualTo(StepState.STUCK);

        play.resolve("register", Resolution.DID_NOT_HAPPEN);

        assertThat(play.state("register")).isEqualTo(StepState.UNDOING);
        play.answer("register", YES);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void anActWhoseCorrectionsAreStuckGoesOnWhereItsWithdrawalIsRefused() {
        var play = withdraw(correctionsStuck()).resolve("register", Resolution.DID_NOT_HAPPEN);

        play.answer("register", NO);

        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        play.outcome("register", YES, null);
        assertThat(play.answer("last", YES).snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    private static Play paid(boolean paid) {
        var play = Play.accepted(
                        matter(
                                payment("pay", 100, "2026-09-20").undo("refund"),
                                call("look").after("pay")),
                        DEPARTMENT)
                .answer("pay", new Pending(Map.of("billId", "B1"), null));
        return paid ? play.outcome("pay", new Answered(Map.of("amountFen", 100, "paymentReference", "P")), null) : play;
    }

    @Test
    void anUnpaidBillIsLeftToLapseAndAPaymentAfterTheEndIsAnOperators() {
        var play = withdraw(paid(false));
        assertThat(play.snapshot().state()).isEqualTo(CaseState.WITHDRAWN);

        play.outcome("pay", new Answered(Map.of("amountFen", 100)), null);

        assertThat(play.tasks()).containsExactly("effect-after-end");
    }

    @Test
    void aPaidBillIsRefundedAndTheRefundIsToldByTheBill() {
        var told = paid(true).answer("look", NO).answer("pay", TAKEN);
        told.outcome("pay", new Answered(Map.of("paymentReference", "P")), null);
        assertThat(told.state("pay")).as("told again that it was paid").isEqualTo(StepState.WAITING);
        told.outcome("pay", new Answered(Map.of()), null);

        var asked = paid(true).answer("look", NO).answer("pay", TAKEN).wait(Duration.ofMinutes(10));
        asked.answer("pay", new Answered(Map.of("paymentReference", "P"))).wait(Duration.ofMinutes(10));
        assertThat(asked.state("pay")).isEqualTo(StepState.WAITING);
        asked.answer("pay", new Refused("refunded", "税款已退还"));

        for (var play : List.of(told, asked)) {
            assertThat(play.state("pay")).isEqualTo(StepState.UNDONE);
            assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        }
    }
}
