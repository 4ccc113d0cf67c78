package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.config.Cases.COMPANY;
import static org.onewindow.config.Cases.LIU;
import static org.onewindow.config.Cases.SMITH;
import static org.onewindow.config.Cases.WANG;
import static org.onewindow.config.Cases.ZHANG;
import static org.onewindow.config.Cases.ZHAO;
import static org.onewindow.config.Cases.aCase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every expression of the matter over realistic facts; the tree is the real one. */
class UsedHomeTransferTest {

    private static final Matter MATTER = Objects.requireNonNull(Configuration.load(Path.of(""), Settings.of(Map.of()))
            .orThrow()
            .matters()
            .get("used-home-transfer"));

    private static @Nullable Object value(Expression expression, Cases given) {
        return expression.evaluate(given.asInput());
    }

    private static boolean isSkipped(String step, Cases given) {
        return !Objects.requireNonNull(MATTER.step(step).when()).holds(given.asInput());
    }

    @Nested
    class TheTitle {

        private static final String CLEAN =
                "{titleNumber: 'x', encumbrances: [], state: 'current', holders: [" + WANG + "]}";

        private static String refusal(Cases given) {
            return MATTER.step("title").refuseWhen().stream()
                    .filter(rule -> rule.when().holds(given.asInput()))
                    .map(Matter.Rule::reason)
                    .findFirst()
                    .orElse("none");
        }

        private static String refusalOf(String encumbrances, String state) {
            return refusal(aCase().seller(WANG)
                    .buyer(ZHANG)
                    .facts(
                            "title",
                            "{encumbrances: " + encumbrances + ", state: '" + state + "', holders: [" + WANG + "]}"));
        }

        @Test
        void isGoodWhereNothingStandsAgainstIt() {
            assertThat(refusal(aCase().seller(WANG).buyer(ZHANG).facts("title", CLEAN)))
                    .isEqualTo("none");
        }

        @Test
        void isRefusedWhereItIsSeizedEvenThoughItIsLockedToo() {
            assertThat(refusalOf("[{kind: 'seizure', since: '2026-02-11'}]", "locked"))
                    .isEqualTo("title-seized");
        }

        @Test
        void isRefusedForAnyOfSeveralEncumbrances() {
            assertThat(refusalOf("[{kind: 'pre-notice'}, {kind: 'seizure'}]", "current"))
                    .isEqualTo("title-seized");
            assertThat(refusalOf("[{kind: 'pre-notice'}, {kind: 'objection'}]", "current"))
                    .isEqualTo("title-disputed");
            assertThat(refusalOf("[{kind: 'mortgage'}]", "current")).isEqualTo("title-mortgaged");
        }

        @Test
        void isNotRefusedForAPreNotice() {
            assertThat(refusalOf("[{kind: 'pre-notice'}]", "current")).isEqualTo("none");
        }

        @Test
        void isRefusedWhereItIsHistoricOrLocked() {
            assertThat(refusalOf("[]", "historic")).isEqualTo("title-historic");
            assertThat(refusalOf("[]", "locked")).isEqualTo("title-locked");
        }

        @Test
        void needsAllHoldersAsSellersInWhateverOrder() {
            var held = "{encumbrances: [], state: 'current', holders: [" + ZHAO + ", " + LIU + "]}";

            assertThat(refusal(aCase().seller(LIU).seller(ZHAO).buyer(ZHANG).facts("title", held)))
                    .isEqualTo("none");
            assertThat(refusal(aCase().seller(LIU).buyer(ZHANG).facts("title", held)))
                    .isEqualTo("sellers-are-not-the-holders");
            assertThat(refusal(aCase().seller(LIU)
                            .seller(ZHAO)
                            .seller(WANG)
                            .buyer(ZHANG)
                            .facts("title", held)))
                    .isEqualTo("sellers-are-not-the-holders");
        }

        @Test
        void isRefusedWhereTheSellerIsSomebodyElse() {
            assertThat(refusal(aCase().seller(LIU).buyer(ZHANG).facts("title", CLEAN)))
                    .isEqualTo("sellers-are-not-the-holders");
        }

        @Test
        void isRefusedWhereTheRegisterNamesNoHolder() {
            assertThat(refusal(aCase().seller(WANG)
                            .buyer(ZHANG)
                            .facts("title", "{encumbrances: [], state: 'current', holders: []}")))
                    .isEqualTo("sellers-are-not-the-holders");
        }

        @Test
        void everyReasonHasItsText() {
            MATTER.step("title").refuseWhen().forEach(rule -> assertThat(MATTER.reasons())
                    .containsKey(rule.reason()));
        }
    }

    @Nested
    class Marriages {

        private static List<Object> asked(Cases given) {
            var asked = value(Objects.requireNonNull(MATTER.step("marriage").forEach()), given);
            return List.copyOf((List<?>) Objects.requireNonNull(asked));
        }

        @Test
        void areAskedForEachNaturalPerson() {
            assertThat(asked(aCase().seller(WANG).seller(SMITH).buyer(COMPANY).buyer(ZHANG)))
                    .extracting(party -> (Object) ((Map<?, ?>) party).get("name"))
                    .containsExactly("王强", "SMITH JOHN", "张铭");
        }

        @Test
        void areAListForOnePersonToo() {
            assertThat(asked(aCase().seller(WANG).buyer(COMPANY))).hasSize(1);
        }

        @Test
        void areNotAskedAmongCompanies() {
            assertThat(value(
                            Objects.requireNonNull(MATTER.step("marriage").forEach()),
                            aCase().seller(COMPANY).buyer(COMPANY)))
                    .isIn(null, List.of());
        }
    }

    @Nested
    class ThePledge {

        private static final Matter.Hold HOLD = MATTER.step("pledge").holdWhen().getFirst();

        @Test
        void holdsTheCaseUntilItIsReleased() {
            var given = aCase().seller(WANG).buyer(ZHANG);

            assertThat(HOLD.when()
                            .holds(given.facts("pledge", "{pledged: true}").asInput()))
                    .isTrue();
            assertThat(HOLD.when()
                            .holds(given.facts("pledge", "{pledged: false, loans: []}")
                                    .asInput()))
                    .isFalse();
            assertThat(MATTER.step("pledge").refuseWhen()).isEmpty();
        }

        @Test
        void isReleasedByTheEventOfTheSameTitle() {
            assertThat(HOLD.event()).isEqualTo("PLEDGE_RELEASED");
            assertThat(value(Objects.requireNonNull(HOLD.subject()), aCase().seller(WANG)))
                    .isEqualTo("鲁(2016)济南市不动产权第0012345号");
        }

        @Test
        void isAskedOnlyWhereAPersonSells() {
            assertThat(isSkipped("pledge", aCase().seller(COMPANY).buyer(ZHANG)))
                    .isTrue();
            assertThat(isSkipped("pledge", aCase().seller(WANG).buyer(COMPANY))).isFalse();
            assertThat(isSkipped("pledge", aCase().seller(WANG).seller(ZHAO).buyer(COMPANY)))
                    .isFalse();
        }
    }

    @Nested
    class TheRest {

        @Test
        void paysWhatWasAssessedByTheLastDay() {
            var payment = (Matter.Work.Payment) MATTER.step("payment").work();
            var given = aCase().facts("assessment", "{totalFen: 3840000, payBefore: '2026-12-22'}")
                    .seller(WANG);

            assertThat(value(payment.amount(), given)).isEqualTo(3_840_000L);
            assertThat(value(payment.until(), given)).isEqualTo("2026-12-22");
            assertThat(isSkipped("payment", given)).isFalse();
        }

        @Test
        void paysNothingWhereNothingIsDue() {
            assertThat(isSkipped(
                            "payment",
                            aCase().seller(WANG).facts("assessment", "{totalFen: 0, payBefore: '2026-12-22'}")))
                    .isTrue();
        }

        @Test
        void notesTheSaleWhereASellerIsMarried() {
            var given = aCase().seller(WANG).seller(LIU).buyer(ZHANG);

            assertThat(isSkipped("note", given.single(WANG).married(LIU, ZHAO).single(ZHANG)))
                    .isFalse();
        }

        @Test
        void notesNothingWhereOnlyTheBuyerIsMarried() {
            var given = aCase().seller(WANG).buyer(LIU);

            assertThat(isSkipped("note", given.single(WANG).married(LIU, ZHAO))).isTrue();
        }

        @Test
        void notesNothingWhereNobodyWasAskedAbout() {
            assertThat(isSkipped("note", aCase().seller(COMPANY).buyer(COMPANY)))
                    .isTrue();
            assertThat(isSkipped("note", aCase().seller(COMPANY).buyer(LIU).married(LIU, ZHAO)))
                    .isTrue();
        }

        @Test
        void withdrawsFromTheFundOnlyWhereAskedTo() {
            var given = aCase().seller(WANG).buyer(ZHANG);

            assertThat(isSkipped("withdrawal", given)).isTrue();
            assertThat(isSkipped(
                            "withdrawal",
                            given.form(
                                    "fundWithdrawal",
                                    "{amountFen: 5000000, bank: 'CCB', account: '6217000012345678'}")))
                    .isFalse();
        }

        @Test
        void issuesTheNewTitleInPlaceOfTheOld() {
            var issue = Objects.requireNonNull(MATTER.issues());
            var given = aCase().seller(WANG)
                    .facts(
                            "transfer",
                            "{receiptNumber: 'R1', certificate: {number: 'N1', issuedOn: '2026-11-25', holders: ["
                                    + ZHANG + "]}}");

            assertThat(value(issue.from(), given))
                    .isEqualTo(Json.object("{number: 'N1', issuedOn: '2026-11-25', holders: [" + ZHANG + "]}"));
            assertThat(value(Objects.requireNonNull(issue.supersedes()), given)).isEqualTo("鲁(2016)济南市不动产权第0012345号");
            assertThat(issue.holders()).isEqualTo("buyer");
        }

        @Test
        void allowsOneOpenCaseForATitle() {
            assertThat(value(
                            Objects.requireNonNull(MATTER.oneOpenCasePer()),
                            aCase().seller(WANG).buyer(ZHANG)))
                    .isEqualTo("鲁(2016)济南市不动产权第0012345号");
        }
    }
}
