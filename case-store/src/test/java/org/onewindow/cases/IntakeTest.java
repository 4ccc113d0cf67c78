package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Play.TAKEN;
import static org.onewindow.cases.Play.UNKNOWN;
import static org.onewindow.cases.Play.YES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.MaterialArrived;
import org.onewindow.cases.CaseEvent.NoticeOverridden;
import org.onewindow.cases.CaseEvent.SupplementHandedIn;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.Need;
import org.onewindow.config.Operation.Outcome.By;
import org.onewindow.config.TrustLevel;

/** Materials: what the case lacks before it is accepted, and what a department wants corrected. */
class IntakeTest {

    private static final SupplementNeeded.Item CONTRACT = new SupplementNeeded.Item("sale-contract", "缺少合同");
    private static final SupplementNeeded.Item MANDATE = new SupplementNeeded.Item("power-of-attorney", "缺少委托书");
    private static final Department DEPARTMENT = department(
            operation("look", Effect.READ),
            operation("register", Effect.KEY).outcome(By.CALLBACK, null, null),
            operation("correct", Effect.KEY));

    private static MaterialReference upload(String id) {
        return new MaterialReference("sale-contract", id, null, null, null, null);
    }

    private static Play received() {
        return Play.received(matter(call("look")), Given.request(), DEPARTMENT);
    }

    private static Play handIn(Play play, String supplement, String upload) {
        return play.on(new SupplementHandedIn(play.now(), supplement, List.of(upload(upload)), "a hash"));
    }

    @Test
    void isCheckedAgainWhileNobodySaysWhatWasFound() {
        var play = received();
        assertThat(play.commands()).containsExactly(new Command.Check());
        assertThat(play.snapshot().why()).returns("being-checked", Why::code);

        play.wait(Duration.ofSeconds(10));

        assertThat(play.commands()).containsOnly(new Command.Check()).hasSize(3);
    }

    @Test
    void asksNobodyBeforeItIsAccepted() {
        var play = received();

        assertThat(play.isCallable("look")).isFalse();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));
        assertThat(play.isCallable("look")).isFalse();
        assertThat(play.snapshot().limits().startedOn()).isNull();
    }

    @Test
    void tellsEverythingMissingAtOnceAndIsAcceptedWhenItIsThere() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));
        assertThat(play.snapshot().state()).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(play.snapshot().why()).returns(NextActor.APPLICANT, Why::nextActor);
        assertThat(play.alarm()).isNotNull();
        assertThat(play.commands()).contains(new Command.Notice("supplement-needed", Map.of("supplement", "s1")));

        handIn(play, "s1", "upl_1");
        assertThat(play.snapshot().state()).isEqualTo(CaseState.RECEIVED);
        play.checkedComplete();

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.snapshot().request().materials()).containsExactly(upload("upl_1"));
        assertThat(play.isCallable("look")).isTrue();
    }

    @Test
    void aSupplementIsHandedInOnceAndOnlyWhereItWasAskedFor() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));

        assertThat(handIn(play, "s2", "upl_1").decision().refusal()).isEqualTo("unknown");
        assertThat(handIn(play, "s1", "upl_1").decision().accepted()).isTrue();
        assertThat(handIn(play, "s1", "upl_2").decision().refusal()).isEqualTo("closed");
    }

    @Test
    void keepsTheLicencesThatWereFound() {
        var licence = new MaterialReference("identity-card", null, "lic_1", "370102198503078212", null, null);
        var play = received();

        play.on(new Checked(play.now(), List.of(), List.of(licence)));

        assertThat(play.snapshot().request().materials()).containsExactly(licence);
        assertThat(play.on(new Checked(play.now(), List.of(), List.of()))
                        .decision()
                        .refusal())
                .isEqualTo("already");
    }

    @Test
    void aSourceThatIsDownIsAskedAgainAndNeverBecomesAPaper() {
        var play = received();

        play.on(undecided(play));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.RECEIVED);
        assertThat(play.snapshot().why()).returns("source-down", Why::code);
        assertThat(play.snapshot().supplements()).isEmpty();
        play.wait(Duration.ofSeconds(90));
        assertThat(play.commands()).containsOnly(new Command.Check()).hasSizeGreaterThan(1);
        play.on(undecided(play));
        play.checkedComplete();
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.traceKinds()).containsOnlyOnce("source-down");
    }

    @Test
    void anApplicationOfWhichNothingWasToldInFiveWorkingDaysCountsAsAcceptedOnTheDayItCameIn() {
        var play = received();
        var day = Rules.dayOf(play.now());
        play.on(undecided(play));

        play.wait(Duration.ofDays(9));

        assertThat(play.snapshot().acceptedAt()).isNotNull();
        assertThat(play.snapshot().limits().startedOn()).isEqualTo(day);
        assertThat(play.traceKinds()).contains("accepted-by-time");
        assertThat(play.commands())
                .contains(new Command.OpenTask(
                        "materials-unchecked", null, Why.of("materials-unchecked", NextActor.OPERATOR)));
    }

    @Test
    void whatWasToldInTimeIsNotAcceptedByTime() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));

        play.wait(Duration.ofDays(30));
        handIn(play, "s1", "upl_1");
        play.on(undecided(play));
        play.wait(Duration.ofDays(9));

        assertThat(play.snapshot().acceptedAt()).isNull();
        assertThat(play.commands()).as("a person is told").anyMatch(Command.OpenTask.class::isInstance);
    }

    @Test
    void whatAnotherCaseBringsIsAwaitedAndNeverAcceptedByTime() {
        var play = received();

        play.on(new Checked(play.now(), List.of(), List.of(), Map.of(), "awaited", null));
        play.wait(Duration.ofDays(9));

        assertThat(play.snapshot().why()).returns("awaited", Why::code);
        assertThat(play.snapshot().acceptedAt()).isNull();
    }

    @Test
    void tellsWhenWhatItLacksCanBeLookedUpAndHandsNothingInByItself() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));

        play.on(new MaterialArrived(play.now(), "sale-contract"));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(play.commands())
                .contains(new Command.Notice("material-arrived", Map.of("supplement", "s1", "type", "sale-contract")));
        assertThat(play.on(new MaterialArrived(play.now(), "another"))
                        .decision()
                        .refusal())
                .isEqualTo("not-awaited");
        play.on(new SupplementHandedIn(play.now(), "s1", List.of(), "a hash"));
        assertThat(play.commands()).contains(new Command.Check());
    }

    /** Its look may have come too early to see it, and then nobody is told of a gap that is none. */
    @Test
    void isLookedAtAgainWhereALicenceCameWhileItWasLookedAt() {
        var play = received();

        play.on(new MaterialArrived(play.now(), "real-estate-title"));
        assertThat(play.commands()).as("one look at a time").containsExactly(new Command.Check());
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.RECEIVED);
        assertThat(play.snapshot().supplements()).isEmpty();
        assertThat(play.commands()).containsExactly(new Command.Check(), new Command.Check());
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));
        assertThat(play.snapshot().state()).as("once").isEqualTo(CaseState.SUPPLEMENT);
    }

    @Test
    void isNotLookedAtAgainWhereNothingIsMissing() {
        var play = received();
        play.on(new MaterialArrived(play.now(), "real-estate-title"));

        play.checkedComplete();

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
    }

    /** A source that is silent, or another case, may keep it waiting for long. */
    @Test
    void isLookedAtNowWhereALicenceComesWhileItWaits() {
        var play = received();
        play.on(undecided(play));
        play.wait(Duration.ofSeconds(20));

        play.on(new MaterialArrived(play.now(), "real-estate-title"));

        assertThat(play.commands()).containsExactly(new Command.Check(), new Command.Check());
        assertThat(play.snapshot().why()).returns("source-down", Why::code);
    }

    @Test
    void aSupervisorHasMoreToldAndTheNextNoticeAsksForTheOldAndTheNew() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));

        play.on(overridden(play, MANDATE.code()));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.RECEIVED);
        assertThat(play.snapshot().supplements()).noneMatch(Supplement::isOpen);
        assertThat(play.commands())
                .endsWith(
                        new Command.OverrideNotice(List.of(new Demand(MANDATE.code(), 1)), "sup1", "signed by another"),
                        new Command.Check());
        assertThat(play.traceKinds()).contains("notice-overridden");
        play.on(new Checked(play.now(), List.of(CONTRACT, MANDATE), List.of()));
        assertThat(play.snapshot().supplements().getLast().items()).containsExactly(CONTRACT, MANDATE);
        assertThat(play.commands()).contains(new Command.Notice("supplement-needed", Map.of("supplement", "s2")));
        assertThat(handIn(play, "s1", "upl_1").decision().refusal()).isEqualTo("closed");
        handIn(play, "s2", "upl_1").checkedComplete();
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
    }

    @Test
    void whatASupervisorIsNotContentWithIsWantedAnew() {
        var play = received();
        play.on(new Checked(play.now(), List.of(CONTRACT), List.of()));
        handIn(play, "s1", "upl_1").on(new Checked(play.now(), List.of(MANDATE), List.of()));
        assertThat(play.snapshot().request().materials()).containsExactly(upload("upl_1"));

        play.on(overridden(play, CONTRACT.code()));

        assertThat(play.snapshot().request().materials()).isEmpty();
    }

    @Test
    void nothingMoreIsToldOfWhatIsBeingLookedAtOrWasComplete() {
        var play = received();

        assertThat(play.on(overridden(play, MANDATE.code())).decision().refusal())
                .isEqualTo("not-told");
        play.checkedComplete();
        assertThat(play.on(overridden(play, MANDATE.code())).decision().refusal())
                .isEqualTo("complete");
    }

    /** Of the applicant, who is the second party. */
    private static NoticeOverridden overridden(Play play, String type) {
        return new NoticeOverridden(play.now(), List.of(new Demand(type, 1)), "sup1", "signed by another");
    }

    private static Checked undecided(Play play) {
        return new Checked(play.now(), List.of(), List.of(), Map.of(), "source-down", null);
    }

    private static Play correctionNeeded() {
        return Play.accepted(
                        matter(
                                call("register").supplement("correct"),
                                call("look").after("register")),
                        DEPARTMENT)
                .answer("register", TAKEN)
                .outcome("register", new SupplementNeeded(List.of(CONTRACT), Map.of()), 2L);
    }

    @Test
    void stopsTheClockWhileADepartmentWaitsForCorrections() {
        var play = correctionNeeded();
        assertThat(play.snapshot().state()).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(play.snapshot().limits().isSuspended()).isTrue();

        play.wait(Duration.ofDays(20));
        assertThat(play.traceKinds()).doesNotContain("limit-50");

        handIn(play, "s1", "upl_1");
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.snapshot().limits().isSuspended()).isFalse();
    }

    @Test
    void passesCorrectionsOnAndWaitsForTheOutcomeAgain() {
        var play = handIn(correctionNeeded(), "s1", "upl_1");
        assertThat(play.call("register"))
                .returns("correct", call -> call.operation().id())
                .returns(Purpose.SUPPLEMENT, PlannedCall::purpose);
        assertThat(play.call("register").request().item())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("step", "register")
                .containsEntry("materials", List.of(Map.of("type", "sale-contract", "upload", "upl_1")));

        play.answer("register", TAKEN);
        assertThat(play.state("register")).isEqualTo(StepState.WAITING);
        play.outcome("register", YES, 3L);

        assertThat(play.state("register")).isEqualTo(StepState.DONE);
    }

    @Test
    void aSecondCorrectionHasANewKeyAndARetriedOneTheSame() {
        var play = handIn(correctionNeeded(), "s1", "upl_1");
        var first = play.call("register").key();
        play.answer("register", UNKNOWN).untilNext("register");
        assertThat(play.call("register").key()).isEqualTo(first);
        play.answer("register", TAKEN).outcome("register", new SupplementNeeded(List.of(CONTRACT), Map.of()), 3L);

        handIn(play, "s2", "upl_2");

        assertThat(play.call("register").key()).isNotEqualTo(first);
        assertThat(play.snapshot().request().materials()).containsExactly(upload("upl_2"));
    }

    @Test
    void aPersonIsToldWhereADepartmentAsksLaterForWhatItDidNotAskAtOnce() {
        var play = handIn(correctionNeeded(), "s1", "upl_1").answer("register", TAKEN);
        var same = new SupplementNeeded(List.of(CONTRACT), Map.of());
        handIn(play.outcome("register", same, 3L), "s2", "upl_2").answer("register", TAKEN);
        assertThat(play.tasks()).isEmpty();

        play.outcome(
                "register",
                new SupplementNeeded(List.of(CONTRACT, new SupplementNeeded.Item("deed", "缺少契证")), Map.of()),
                4L);

        assertThat(play.tasks()).containsExactly("asked-late");
        assertThat(play.commands()).as("it does not end with the step").anySatisfy(command -> assertThat(command)
                .isInstanceOfSatisfying(Command.OpenTask.class, task -> assertThat(task.stepKey())
                        .isNull()));
        assertThat(play.snapshot().supplements().getLast().isOpen()).isTrue();
    }

    /** The department gets it at once. Where it wants it all the same its applicant is asked. */
    @Test
    void asksNobodyForALicenceThatADepartmentWantsLaterAndTheStoreHas() {
        var licence = new MaterialReference("deed", null, "lic_1", "370102198503078212", null, null);
        var deed = new SupplementNeeded(List.of(new SupplementNeeded.Item("deed", "缺少契证")), Map.of());
        var play = registering();

        play.wants(deed, List.of(licence));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.snapshot().supplements()).noneMatch(Supplement::isOpen);
        assertThat(play.commands()).doesNotContain(new Command.Notice("supplement-needed", Map.of("supplement", "s1")));
        assertThat(play.traceKinds()).contains("supplement-found").doesNotContain("supplement-asked");
        assertThat(play.call("register"))
                .returns(Purpose.SUPPLEMENT, PlannedCall::purpose)
                .satisfies(call -> assertThat(call.request().materials()).contains(licence));
        play.answer("register", TAKEN).outcome("register", deed, 3L);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.SUPPLEMENT);
    }

    @Test
    void asksForTheRestOfWhatADepartmentWantsLater() {
        var licence = new MaterialReference("deed", null, "lic_1", "370102198503078212", null, null);
        var play = registering();

        play.wants(
                new SupplementNeeded(List.of(CONTRACT, new SupplementNeeded.Item("deed", "缺少契证")), Map.of()),
                List.of(licence));

        assertThat(play.snapshot().supplements())
                .filteredOn(Supplement::isOpen)
                .singleElement()
                .satisfies(open -> assertThat(open.items()).containsExactly(CONTRACT));
        assertThat(play.snapshot().request().materials()).contains(licence);
    }

    private static Play registering() {
        return Play.accepted(matter(call("register").supplement("correct")), DEPARTMENT)
                .answer("register", TAKEN);
    }

    @Test
    void whereNoOperationTakesCorrectionsTheSameIsAskedAnew() {
        var play = Play.accepted(matter(call("register")), DEPARTMENT);
        var first = play.call("register").key();
        play.answer("register", new SupplementNeeded(List.of(CONTRACT), Map.of()));

        handIn(play, "s1", "upl_1");

        assertThat(play.call("register"))
                .returns("register", call -> call.operation().id())
                .returns(Purpose.ACT, PlannedCall::purpose);
        assertThat(play.call("register").key()).isNotEqualTo(first);
    }

    @Test
    void anOutcomeThatMakesACorrectionNeedlessClosesIt() {
        var play = correctionNeeded().outcome("register", YES, 3L);

        assertThat(play.snapshot().supplements()).noneMatch(Supplement::isOpen);
        assertThat(handIn(play, "s1", "upl_1").decision().refusal()).isEqualTo("closed");
        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
    }

    /** Of what is needed for its answers a department learns by asking. */
    @Test
    void sendsACopyOfALicenceOnlyWhereTheMatterNeedsTheDocument() {
        assertThat(sent(new Need.Document(new Localised("归档", "Filed")))).hasSize(1);
        assertThat(sent(null)).as("begun before that was said").hasSize(1);
        assertThat(sent(new Need.Fields(List.of("name")))).isEmpty();
        assertThat(sent(new Need.Answers())).isEmpty();
    }

    private static List<MaterialReference> sent(@Nullable Need need) {
        var name = new Localised("身份证", "Card");
        var card = new RequiredMaterial(
                "card", name, Set.of(Source.LICENCE), null, TrustLevel.C, null, ValidOn.DECISION, null, need);
        var plain = matter(call("look"));
        var matter = new Matter(
                plain.code(),
                plain.revision(),
                plain.name(),
                plain.limit(),
                plain.oneOpenCasePer(),
                plain.formSchema(),
                plain.parties(),
                plain.sharesAddUp(),
                List.of(card),
                plain.steps(),
                plain.issues(),
                plain.reasons(),
                plain.prefill(),
                null);
        var play = Play.received(matter, Given.request(), DEPARTMENT);
        play.on(new Checked(
                play.now(), List.of(), List.of(new MaterialReference("card", null, "lic_1", null, null, null))));
        return Inputs.request(play.snapshot(), null).materials();
    }
}
