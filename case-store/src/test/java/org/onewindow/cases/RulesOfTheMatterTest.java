package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.Given.agreement;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.factsOf;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;
import static org.onewindow.cases.Given.payment;
import static org.onewindow.cases.Given.value;
import static org.onewindow.cases.Play.TAKEN;
import static org.onewindow.cases.Play.YES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.Localised;
import org.onewindow.cases.CaseEvent.Confirmed;
import org.onewindow.cases.CaseEvent.Released;
import org.onewindow.cases.CaseEvent.Resolution;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.ExpressionFailed;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation.Outcome.By;

/** {@code after}, {@code when}, {@code for-each}, {@code refuse-when}, {@code hold-when}, agreements, payments, licences. */
class RulesOfTheMatterTest {

    private static final Department LOOK_UPS =
            department(operation("a", Effect.READ), operation("b", Effect.READ), operation("c", Effect.READ));
    private static final Department BILLS = department(
            operation("bill", Effect.KEY).outcome(By.CALLBACK, "look", Duration.ofMinutes(10)),
            operation("look", Effect.READ),
            operation("refund", Effect.KEY).outcome(By.CALLBACK, "look", Duration.ofMinutes(10)));

    private static Object boom() {
        throw new ExpressionFailed("division by zero");
    }

    @Test
    void startsAStepWhenAllBeforeItAreOver() {
        var play = Play.accepted(matter(call("a"), call("b"), call("c").after("a", "b")), LOOK_UPS);
        assertThat(play.isCallable("a") && play.isCallable("b")).isTrue();
        assertThat(play.why("c")).isEqualTo("waits-for-steps");

        play.answer("a", YES);
        assertThat(play.state("c")).isEqualTo(StepState.PLANNED);
        play.answer("b", YES);
        assertThat(play.state("c")).isEqualTo(StepState.READY);
    }

    @Test
    void skipsAStepWhoseConditionDoesNotHold() {
        var play = Play.accepted(
                matter(
                        call("a"),
                        call("b").after("a").when(input -> factsOf(input, "a").get("b")),
                        call("c").after("b")),
                LOOK_UPS);

        play.answer("a", new Answered(Map.of("b", false)));

        assertThat(play.state("b")).isEqualTo(StepState.SKIPPED);
        assertThat(play.isCallable("c")).isTrue();
    }

    @Test
    void asksForEveryElementAndKeepsTheirOrder() {
        var play = Play.accepted(
                matter(call("a").forEach(_ -> List.of("x", "y", "z")), call("b").after("a")), LOOK_UPS);
        assertThat(play.snapshot().steps().keySet()).containsExactly("a.0", "a.1", "a.2", "b");

        play.answer("a.2", new Answered(Map.of("n", 2))).answer("a.0", new Answered(Map.of("n", 0)));
        assertThat(play.state("b")).isEqualTo(StepState.PLANNED);
        play.answer("a.1", new Answered(Map.of("n", 1)));

        assertThat(play.snapshot().facts())
                .containsEntry(
                        "a",
                        List.of(Map.of("item", "x", "n", 0), Map.of("item", "y", "n", 1), Map.of("item", "z", "n", 2)));
        assertThat(play.call("b").request().facts()).containsKey("a");
        assertThat(play.step("a.0").correlation()).isNotEqualTo(play.step("a.1").correlation());
    }

    @Test
    void takesASingleElementForAListOfOneAndNothingForNone() {
        var one = Play.accepted(matter(call("a").forEach(_ -> "x")), LOOK_UPS);
        var none = Play.accepted(matter(call("a").forEach(_ -> null), call("b").after("a")), LOOK_UPS);

        assertThat(one.call("a.0").request().item()).isEqualTo("x");
        assertThat(none.state("a")).isEqualTo(StepState.SKIPPED);
        assertThat(none.isCallable("b")).isTrue();
    }

    @Test
    void refusesByTheFirstRuleThatHoldsAndNeverAsksTheOthers() {
        var play = Play.accepted(
                matter(
                        call("a")
                                .refuseWhen("harmless", _ -> false)
                                .refuseWhen("title-seized", input -> factsOf(input, "a")
                                        .get("seized"))
                                .refuseWhen("later", _ -> true),
                        call("b").after("a"),
                        call("c")),
                LOOK_UPS);

        play.answer("a", new Answered(Map.of("seized", true)));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(play.snapshot().ending())
                .returns("title-seized", Ending::reason)
                .returns("a", Ending::step);
        assertThat(play.state("a")).isEqualTo(StepState.REFUSED);
        assertThat(play.state("b")).isEqualTo(StepState.CANCELLED);
        assertThat(play.state("c")).isEqualTo(StepState.CANCELLED);
        assertThat(play.alarm()).isNull();
        assertThat(play.isCallable("c")).isFalse();
    }

    @Test
    void holdsUntilTheDepartmentReleasesOrIsAskedAgain() {
        var matter = matter(
                call("a").holdWhen("home-pledged", input -> factsOf(input, "a").get("pledged")));
        var play = Play.accepted(matter, LOOK_UPS).answer("a", new Answered(Map.of("pledged", true)));
        assertThat(play.state("a")).isEqualTo(StepState.WAITING);
        assertThat(play.why("a")).isEqualTo("held:home-pledged");
        assertThat(play.isCallable("a")).isFalse();

        play.on(new Released(play.now(), Given.DEPARTMENT, "RELEASED", "another title"));
        assertThat(play.isCallable("a")).isFalse();
        play.on(new Released(play.now(), Given.DEPARTMENT, "RELEASED", "T1"));
        play.answer("a", new Answered(Map.of("pledged", true)));
        assertThat(play.state("a")).isEqualTo(StepState.WAITING);

        play.wait(Duration.ofDays(1)).answer("a", new Answered(Map.of("pledged", false)));
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void aConditionThatFailsIsAnOperatorsNeverALostCase() {
        var when = Play.accepted(matter(call("a").when(_ -> boom())), LOOK_UPS);
        var list = Play.accepted(matter(call("a").forEach(_ -> boom())), LOOK_UPS);
        var rule = Play.accepted(matter(call("a").refuseWhen("x", _ -> boom())), LOOK_UPS)
                .answer("a", YES);

        for (var play : List.of(when, list, rule)) {
            assertThat(play.state("a")).isEqualTo(StepState.STUCK);
            assertThat(play.tasks()).containsExactly("mapping-failed");
            assertThat(play.snapshot().why()).returns(NextActor.OPERATOR, Why::nextActor);
            assertThat(play.alarm()).isNotNull();
        }
        rule.resolve("a", Resolution.REPEAT);
        assertThat(rule.isCallable("a")).isTrue();
    }

    @Test
    void whoAppliesAgreesByApplyingAndEveryOtherPartyMustSay() {
        var request = Given.request(Given.WANG, List.of(Given.WANG, Given.CHEN, Given.ZHANG));
        var play = Play.accepted(matter(agreement("agreed", "seller"), call("a").after("agreed")), request, LOOK_UPS);
        assertThat(play.why("agreed")).isEqualTo("waits-for-confirmation");

        assertThat(confirm(play, 2, true).decision().refusal()).isEqualTo("not-asked");
        assertThat(confirm(play, 7, true).decision().refusal()).isEqualTo("not-asked");
        assertThat(confirm(play, 1, true).decision().accepted()).isTrue();

        assertThat(play.state("agreed")).isEqualTo(StepState.DONE);
        assertThat(play.isCallable("a")).isTrue();
        assertThat(confirm(play, 1, true).decision().refusal()).isEqualTo("already");
    }

    @Test
    void aPartyThatDisagreesRefusesTheCase() {
        var play = Play.accepted(matter(agreement("agreed", "seller")), LOOK_UPS);

        confirm(play, 0, false);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REFUSED);
        assertThat(play.snapshot().ending()).returns("agreement-refused", Ending::reason);
    }

    @Test
    void anAgreementThatDoesNotComeInTimeRefusesTheCase() {
        var play =
                Play.accepted(matter(agreement("agreed", "seller")), LOOK_UPS).wait(Duration.ofDays(10));

        assertThat(play.state("agreed")).isEqualTo(StepState.EXPIRED);
        assertThat(play.snapshot().ending()).returns("agreement-expired", Ending::reason);
    }

    private static Play confirm(Play play, int party, boolean agree) {
        return play.on(new Confirmed(play.now(), party, agree, "a hash"));
    }

    private static Play billed() {
        var play = Play.accepted(matter(payment("pay", 50_000, "2026-09-20").undo("refund")), BILLS);
        assertThat(play.call("pay").request().item())
                .isEqualTo(Map.of("amountFen", 50_000L, "payBefore", "2026-09-20"));
        return play.answer("pay", new Pending(Map.of("billId", "B1", "payUrl", "/pay/B1"), null));
    }

    @Test
    void waitsForThePaymentOfTheBill() {
        var play = billed();
        assertThat(play.why("pay")).isEqualTo("waits-for-payment");
        assertThat(play.snapshot().why()).returns(NextActor.APPLICANT, Why::nextActor);

        play.outcome("pay", new Answered(Map.of("billId", "B1", "amountFen", 50_000)), null);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void anotherAmountIsAnIncidentNotAPayment() {
        var play = billed().outcome("pay", new Answered(Map.of("amountFen", 49_999)), null);
        assertThat(play.state("pay")).isEqualTo(StepState.STUCK);
        assertThat(play.tasks()).containsExactly("payment-differs");

        play.outcome("pay", new Answered(Map.of("amountFen", 50_000)), null);
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void anOperatorWhoSaysThatItWasPaidSaysWhichPayment() {
        var play = billed().outcome("pay", new Answered(Map.of("amountFen", 49_999)), null);

        for (Map<String, Object> facts : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("amountFen", 50_000, "paidAt", "2026-09-02T10:00:00+08:00"),
                Map.of("amountFen", 50_000, "paymentReference", " ", "paidAt", "2026-09-02T10:00:00+08:00"),
                Map.of("amountFen", "50000", "paymentReference", "P1", "paidAt", "2026-09-02T10:00:00+08:00"),
                Map.of("amountFen", 50_000, "paymentReference", "P1", "paidAt", "yesterday"))) {
            play.resolve("pay", CaseEvent.Resolution.HAPPENED, facts);
            assertThat(play.decision().refusal()).as("%s", facts).isEqualTo("payment-facts");
            assertThat(play.state("pay")).isEqualTo(StepState.STUCK);
        }

        play.resolve(
                "pay",
                CaseEvent.Resolution.HAPPENED,
                Map.of("amountFen", 50_000, "paymentReference", "P1", "paidAt", "2026-09-02T10:00:00+08:00"));
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
        assertThat(play.step("pay").facts()).containsEntry("paymentReference", "P1");
    }

    @Test
    void anAmountThatIsMissingOrNoAmountIsNoPayment() {
        for (Object amount : new Object[] {"50000", 50_000.5, -50_000, Double.NaN, true}) {
            var play = billed().outcome("pay", new Answered(Map.of("amountFen", amount)), null);
            assertThat(play.state("pay")).as("%s", amount).isEqualTo(StepState.STUCK);
        }
        assertThat(billed().outcome("pay", new Answered(Map.of()), null).state("pay"))
                .isEqualTo(StepState.STUCK);
        assertThat(billed().outcome("pay", Play.UNKNOWN, null).tasks()).containsExactly("payment-differs");
    }

    @Test
    void aBillThatIsClosedUnpaidRefusesTheCase() {
        var play = billed().outcome("pay", new Refused("closed", "缴款单已关闭"), null);

        assertThat(play.state("pay")).isEqualTo(StepState.EXPIRED);
        assertThat(play.snapshot().ending()).returns("payment-lapsed", Ending::reason);
    }

    @Test
    void asksForAPaymentUntilThreeDaysAfterItsLastDay() {
        var play = billed();
        while (play.snapshot().state().isOpen()) {
            play = play.isCallable("pay") ? play.answer("pay", TAKEN) : play.wait(Duration.ofMinutes(10));
        }

        assertThat(play.snapshot().ending()).returns("payment-lapsed", Ending::reason);
        assertThat(Rules.dayOf(play.now())).isEqualTo("2026-09-24");
    }

    @Test
    void anAmountThatIsNoneIsAnOperators() {
        var bad = new Matter.Work.Payment(Given.DEPARTMENT, "bill", value(_ -> "much"), value(_ -> "2026-09-20"));

        var play = Play.accepted(withWork(matter(payment("pay", 1, "2026-09-20")), bad), BILLS);

        assertThat(play.state("pay")).isEqualTo(StepState.STUCK);
        play.resolve("pay", Resolution.REPEAT);
        assertThat(play.state("pay")).isEqualTo(StepState.STUCK);
    }

    private static Matter withWork(Matter matter, Matter.Work work) {
        var step = matter.step("pay");
        var changed = new Matter.Step(
                step.id(),
                step.name(),
                work,
                step.after(),
                step.when(),
                step.forEach(),
                step.refuseWhen(),
                step.holdWhen(),
                step.supplement(),
                step.undo(),
                step.limitDays(),
                step.shows());
        return new Matter(
                matter.code(),
                matter.revision(),
                matter.name(),
                matter.limit(),
                null,
                "{}",
                Map.of(),
                List.of(),
                List.of(),
                Map.of("pay", changed),
                null,
                Map.of(),
                Map.of(),
                null);
    }

    private static Matter.Issue issue(Object certificate) {
        return new Matter.Issue("title", value(_ -> certificate), "buyer", value(_ -> "T1"));
    }

    @Test
    void issuesTheLicenceToItsHoldersWithTheApproval() {
        var play = Play.accepted(matter(issue(Map.of("number", "T2")), call("a")), LOOK_UPS)
                .answer("a", YES);

        assertThat(play.commands())
                .contains(new Command.IssueLicence("title", Map.of("number", "T2"), List.of(Given.ZHANG), "T1"));
        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void isNotApprovedWithoutTheLicenceItPromised() {
        var play = Play.accepted(matter(issue("nothing"), call("a")), LOOK_UPS).answer("a", YES);

        assertThat(play.snapshot().state()).isEqualTo(CaseState.REVIEWING);
        assertThat(play.snapshot().why()).returns("licence-failed", Why::code);
        assertThat(play.tasks()).containsExactly("licence-failed");
        assertThat(play.alarm()).isNotNull();
        assertThat(play.commands()).noneMatch(Command.IssueLicence.class::isInstance);
    }

    /** Nothing is kept that would not be a licence of its type; when the type is mended the case ends by itself. */
    @Test
    void isNotApprovedWithALicenceThatIsNoneOfItsType() {
        var play = Play.accepted(matter(issue(Map.of("number", "T2")), call("a")), LOOK_UPS)
                .registering(
                        title(LicenceType.Holders.ORGANISATION, "{\"properties\": {\"number\": {\"maxLength\": 1}}}"))
                .answer("a", YES);

        assertThat(play.snapshot().why()).returns("licence-failed", Why::code);
        assertThat(play.commands())
                .contains(new Command.OpenTask(
                        "licence-invalid",
                        null,
                        Why.of("licence-invalid", NextActor.OPERATOR, "fields", "/data/number, /holders/0/idType")))
                .noneMatch(Command.IssueLicence.class::isInstance);

        play.registering(title(LicenceType.Holders.ANY, "{}")).wait(Duration.ofDays(1));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.APPROVED);
    }

    private static LicenceType title(LicenceType.Holders holders, String fields) {
        return new LicenceType(
                "title",
                "",
                new Localised("证", "title"),
                new LicenceType.Issuer(new Localised("局", "bureau"), "", null),
                holders,
                new LicenceType.Validity.Unlimited(),
                LicenceType.Sensitivity.GENERAL,
                false,
                null,
                null,
                fields,
                List.of());
    }

    @Test
    void isClosedWhenWhatItBroughtIsCollected() {
        var play = Play.accepted(matter(call("a")), LOOK_UPS);
        assertThat(play.on(new CaseEvent.Collected(play.now(), "window"))
                        .decision()
                        .refusal())
                .isEqualTo("not-approved");

        play.answer("a", YES).on(new CaseEvent.Collected(play.now(), "window"));

        assertThat(play.snapshot().state()).isEqualTo(CaseState.CLOSED);
        assertThat(Objects.requireNonNull(play.snapshot().finishedAt())).isEqualTo(play.now());
    }
}
