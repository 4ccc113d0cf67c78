package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** What becomes of a sale where a home, a citizen or a department is not as in the main case: never lost, never done twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FatesIT {

    private final Path config;
    private final House house;
    private final CityControl city;

    FatesIT(@TempDir Path folder) throws IOException {
        var launcher = Path.of("../hub").toAbsolutePath().normalize();
        config = TutorialCase.treeIn(folder.resolve("config"));
        var data = DemoFolder.prepare(folder.resolve("hub"), false);
        house = new House(launcher, data, Ports.choose(0, 0, 0), "en", config);
        city = new CityControl(house.city());
    }

    @BeforeAll
    void start() throws Exception {
        Demo.toMorning(house.clock());
        house.startSimulators();
        house.startHub();
        house.awaitReady(Duration.ofMinutes(2));
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @BeforeEach
    void beginsInTheMorningWithTheCityAsItWas() {
        city.reset();
        nextMorning();
    }

    @Test
    void aDepartmentThatWasDraftedFromItsContractServesAMatter() throws IOException {
        var tutorial = new TutorialCase(house, config);

        tutorial.joins();
        var end = tutorial.isAskedFor();

        assertThat(end.at("/state/code").asText()).as(end.toPrettyString()).isEqualTo("approved");
        assertThat(end.path("steps").findValuesAsText("department")).containsOnly("social-security");
    }

    @Test
    void refusesASeizedTitleBeforeTheTaxIsAsked() {
        var sale = Sale.begin(house, Home.SEIZED);

        var end = sale.untilEnd();

        isRefused(end, "title-seized", "The home is under seizure by a court");
        assertThat(city.calls("tax")).isEmpty();
        assertThat(city.effects(sale.number())).isEmpty();
        assertThat(sale.tasks()).isEmpty();
    }

    @Test
    void refusesASaleThatTheSellerDoesNotWant() {
        var sale = Sale.begin(house, Home.REJECTED);

        sale.sellerSays(false);
        var end = sale.untilEnd();

        isRefused(end, "agreement-refused", "A party did not agree.");
        assertThat(city.calls("tax")).isEmpty();
        assertThat(city.effects(sale.number())).isEmpty();
    }

    @Test
    void tellsCivilAffairsNoNameThatItCannotCarry() {
        var sale = Sale.begin(house, Home.OF_A_RARE_NAME);

        var end = sale.untilEnd();

        isRefused(end, "outside-character-set", "has a character that the civil affairs system cannot carry");
        assertThat(Sale.stateOf(end, "marriage.0")).isEqualTo("refused");
        assertThat(city.calls("civil-affairs")).hasSizeLessThanOrEqualTo(1);
        assertThat(city.effects(sale.number())).isEmpty();
    }

    @Test
    void holdsAPledgedHomeUntilTheFundReleasesIt() {
        var sale = Sale.begin(house, Home.PLEDGED);
        sale.sellerSays(true);

        var held =
                Sale.step(sale.until("it is held", FatesIT::isHeld), "pledge").path("state");
        assertThat(held.path("nextActor").asText()).isEqualTo("applicant");
        assertThat(held.path("why").asText()).contains("A loan of the housing fund on this home is not paid back yet");
        assertThat(city.calls("tax")).isEmpty();
        city.releasesPledge(Home.PLEDGED.title());

        sale.pay();
        sale.untilStep("transfer", "waiting");
        sale.letTheRegistryReview();
        isApproved(sale.untilEnd());
        assertThat(city.effects(sale.number())).doesNotHaveDuplicates().contains("transfer-registered");
    }

    @Test
    void asksForACorrectionWhileTheClockStandsStill() {
        var sale = Sale.begin(house, Home.TO_BE_CORRECTED).bringToRegistry();
        var before = sale.look().path("limit");

        sale.letTheRegistryReview();
        var asked = sale.until("a supplement is asked for", seen -> code(seen).equals("supplement"));
        assertThat(asked.at("/state/nextActor").asText()).isEqualTo("applicant");
        assertThat(Sale.stateOf(asked, "transfer")).isEqualTo("supplement");
        var supplement = asked.at("/supplements/0");
        assertThat(supplement.at("/items/0/reason").asText()).contains("page 3 of the contract");

        nextMorning();
        nextMorning();
        sale.handIn(supplement, "sale-contract");
        var goesOn = sale.untilStep("transfer", "waiting").path("limit");
        assertThat(goesOn.path("pausedDays").asInt()).isEqualTo(2);
        assertThat(goesOn.path("usedDays").asInt())
                .isEqualTo(before.path("usedDays").asInt());
        assertThat(day(goesOn, "promised")).isAfter(day(before, "promised"));
        sale.until("corrected", seen -> city.effects(sale.number()).contains("transfer-corrected"));
        sale.letTheRegistryReview();

        isApproved(sale.untilEnd());
        assertThat(city.effects(sale.number())).doesNotHaveDuplicates().contains("transfer-corrected");
    }

    @Test
    void takesBackWhatWasDoneWhereTheRegistryRejects() {
        var sale = Sale.begin(house, Home.REJECTED).bringToRegistry();
        sale.untilStep("withdrawal", "done");
        sale.letTheRegistryReview();

        var task = sale.untilTask("undo-by-person", "clearance");
        assertThat(task.path("why").asText()).isEqualTo("Staff must take this step back.");
        var ending = sale.look();
        assertThat(Sale.stateOf(ending, "transfer")).isEqualTo("refused");
        assertThat(Sale.stateOf(ending, "withdrawal")).isEqualTo("undone");
        assertThat(ending.at("/state/finished").asBoolean()).isFalse();
        assertThat(ending.at("/state/why").asText()).contains("what was done already is being taken back");
        assertThat(city.effects(sale.number())).doesNotContain("bill-refunded");
        sale.settle(task, "happened");

        isRefused(sale.untilEnd(), "rejected", "the register does not agree with the application");
        assertThat(Sale.stateOf(sale.look(), "payment")).isEqualTo("undone");
        assertThat(city.effects(sale.number()))
                .doesNotHaveDuplicates()
                .contains("transfer-rejected", "withdrawal-cancelled", "bill-refunded");
        assertThat(sale.tasks()).isEmpty();
    }

    @Test
    void withdrawsAtTheRegistryFirst() {
        var sale = Sale.begin(house, Home.OF_A_HUSBAND).bringToRegistry();
        sale.untilStep("withdrawal", "done");

        sale.withdraw();
        sale.settle(sale.untilTask("undo-by-person", "clearance"), "happened");
        var end = sale.untilEnd();

        assertThat(code(end)).isEqualTo("withdrawn");
        var effects = city.effects(sale.number());
        assertThat(effects)
                .doesNotHaveDuplicates()
                .containsSubsequence("transfer-withdrawn", "note-cancelled", "bill-refunded")
                .containsSubsequence("transfer-withdrawn", "withdrawal-cancelled", "bill-refunded")
                .doesNotContain("transfer-registered");
        assertThat(sale.tasks()).isEmpty();
    }

    @Test
    void goesOnWhereTheRegistryDoesNotLetTheTransferGo() {
        city.once("land-registry/withdrawTransfer", "refuse", false);
        var sale = Sale.begin(house, Home.OF_A_HUSBAND).bringToRegistry();

        sale.withdraw();
        sale.until("it was asked", seen -> city.calls("land-registry").contains("withdrawTransfer"));
        sale.untilStep("transfer", "waiting");
        sale.letTheRegistryReview();

        isApproved(sale.untilEnd());
        assertThat(sale.told("withdrawal-refused", "")).hasSize(1);
        assertThat(city.effects(sale.number()))
                .doesNotHaveDuplicates()
                .doesNotContain("note-cancelled", "withdrawal-cancelled");
    }

    @Test
    void takesWhatIsToldTwiceOnce() {
        city.always("land-registry", "duplicate");
        city.always("payment-platform", "duplicate");
        city.always("housing-fund", "duplicate");

        var sale = Sale.begin(house, Home.OF_A_HUSBAND).bringToRegistry();
        sale.letTheRegistryReview();

        isApproved(sale.untilEnd());
        assertThat(city.effects(sale.number())).doesNotHaveDuplicates();
        assertThat(sale.look().path("licences")).hasSize(1);
        assertThat(sale.tasks()).isEmpty();
    }

    @Test
    void asksNoPaymentWhereNothingIsDue() {
        var sale = Sale.begin(house, Home.EXEMPT);
        sale.sellerSays(true);
        sale.untilStep("transfer", "waiting");
        sale.letTheRegistryReview();

        var end = sale.untilEnd();

        isApproved(end);
        assertThat(Sale.stateOf(end, "payment")).isEqualTo("skipped");
        assertThat(Sale.step(end, "clearance").at("/facts/clearanceNumber").asText())
                .isNotEmpty();
        assertThat(city.calls("payment-platform")).isEmpty();
        assertThat(city.effects(sale.number())).contains("payment-confirmed");
    }

    @Test
    void leavesAPaymentOfAnotherAmountToAPerson() {
        var sale = Sale.begin(house, Home.HELD_FOR_A_YEAR);
        sale.sellerSays(true);
        var facts = Sale.step(sale.untilStep("payment", "waiting"), "payment").path("facts");

        city.pays(facts.path("billId").asText(), facts.path("amountFen").asLong() - 1);

        var task = sale.untilTask("payment-differs", "payment");
        assertThat(task.path("why").asText()).contains("The amount received is not the amount due");
        var seen = sale.look();
        assertThat(Sale.stateOf(seen, "payment")).isEqualTo("stuck");
        assertThat(Sale.stateOf(seen, "clearance")).isEqualTo("planned");
        assertThat(city.calls("tax")).doesNotContain("confirmPayment");
    }

    @Test
    void triesAgainWhereADepartmentFaltersOnce() {
        city.once("tax/assessTransferTax", "garbage", true);
        city.once("land-registry/registerTransfer", "500", true);

        var sale = Sale.begin(house, Home.OF_A_HUSBAND).bringToRegistry();
        sale.letTheRegistryReview();

        isApproved(sale.untilEnd());
        assertThat(sale.told("step-retrying", "assessment"))
                .singleElement()
                .asString()
                .contains("Tax bureau");
        assertThat(sale.told("step-retrying", "transfer"))
                .singleElement()
                .asString()
                .contains("registration centre");
        assertThat(city.calls("tax").stream().filter("assessTransferTax"::equals))
                .hasSize(2);
        assertThat(city.effects(sale.number()))
                .doesNotHaveDuplicates()
                .contains("assessment-made", "transfer-taken", "transfer-registered");
    }

    @Test
    void answersAnInquiryInPartWhereADepartmentHangs() {
        city.once("land-registry/getTitle", "hang", false);
        var form = HubApi.JSON.createObjectNode();
        form.putObject("form").put("titleNumber", Home.OF_A_HUSBAND.title());
        var token = new Tokens(house.hub()).token(Home.OF_A_HUSBAND.login());

        long begin = System.nanoTime();
        var reply = house.hub().post("/v1/inquiries/home-transfer-precheck", token, form, Map.of());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        city.makePatientAgain();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(took).isLessThan(Duration.ofMillis(5500));
        assertThat(reply.body().path("complete").asBoolean(true)).isFalse();
        var answers = reply.body().path("answers");
        assertThat(answers.at("/title/state").asText()).isEqualTo("timed-out");
        assertThat(answers.at("/marital-status/facts/status").asText()).isEqualTo("20");
        assertThat(answers.at("/pledge/facts/pledged").asBoolean(true)).isFalse();
    }

    @Test
    void changesNoAccountOfAHomeOnWhichSomethingIsOwed() {
        var supply = Supply.ofLiu(house);

        isRefused(supply.untilEnd(), "water-debt", "Something is owed on the water account");
        assertThat(city.effects(supply.number())).isEmpty();
    }

    @Test
    void asksACompanyThatKnowsNoKeysBeforeItIsToldAgain() {
        city.once("heating-utility/RL02", "effect-then-cut", true);

        var supply = Supply.ofZheng(house);
        supply.until("the answer is lost", seen -> Set.of("retrying", "uncertain")
                .contains(Sale.stateOf(seen, "heating-change")));
        house.clock().advance(Duration.ofMinutes(1));

        assertThat(code(supply.untilEnd())).isEqualTo("approved");
        assertThat(city.effects(supply.number()))
                .containsExactlyInAnyOrder("holder-changed", "holder-changed", "holder-changed");
        assertThat(city.calls("heating-utility")).containsOnlyOnce("RL02").contains("RL03");
    }

    /** Public security answers the move, and the answer is lost: told again under its key it moves nobody twice. */
    @Test
    void movesAHouseholdOnceWithARegisterThatNobodyBrought() {
        city.once("public-security/registerMove", "effect-then-cut", true);

        var move = new Residence(house);
        move.until("the answer is lost", seen -> Set.of("retrying", "uncertain").contains(Sale.stateOf(seen, "move")));
        house.clock().advance(Duration.ofMinutes(1));
        var end = move.untilEnd();

        assertThat(code(end)).as(end.toPrettyString()).isEqualTo("approved");
        assertThat(city.effects(move.number())).containsExactly("residence-moved");
        assertThat(city.calls("public-security"))
                .containsExactly("findCertificates", "getCertificate", "registerMove", "registerMove");
    }

    /** Nobody fetches a proof of what the registry knows, and what no register knows the applicant answers for (告知承诺). */
    @Test
    void paysSavingsOutByTheRegistrysWordAndTheApplicants() {
        var savings = new Savings(house);

        var end = savings.untilEnd();

        assertThat(code(end)).as(end.toPrettyString()).isEqualTo("approved");
        assertThat(city.effects(savings.number())).containsExactly("withdrawal-applied");
        assertThat(city.calls("land-registry")).containsOnlyOnce("getTitle");
        assertThat(savings.story()).contains("Record of the title search 1: ", "Statement on the withdrawal");
    }

    private void nextMorning() {
        Demo.toMorning(house.clock());
        Sale.letAllSeeTheClock();
    }

    private static void isApproved(JsonNode end) {
        assertThat(code(end)).as(end.toPrettyString()).isEqualTo("approved");
        assertThat(end.at("/licences/0/number").asText()).startsWith("鲁(");
    }

    private static void isRefused(JsonNode end, String reason, String text) {
        assertThat(code(end)).as(end.toPrettyString()).isEqualTo("refused");
        assertThat(end.at("/outcome/reason").asText()).isEqualTo(reason);
        assertThat(end.at("/outcome/text").asText()).contains(text);
    }

    private static boolean isHeld(JsonNode seen) {
        return Sale.step(seen, "pledge").at("/state/nextActor").asText().equals("applicant");
    }

    private static String code(JsonNode seen) {
        return seen.at("/state/code").asText();
    }

    private static LocalDate day(JsonNode limit, String which) {
        return LocalDate.parse(limit.path(which).asText());
    }
}
