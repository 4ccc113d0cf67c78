package org.onewindow.licences.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.config.Matter.RequiredMaterial.Source.CASE;
import static org.onewindow.config.Matter.RequiredMaterial.Source.COMMITMENT;
import static org.onewindow.config.Matter.RequiredMaterial.Source.DATA;
import static org.onewindow.config.Matter.RequiredMaterial.Source.LICENCE;
import static org.onewindow.config.Matter.RequiredMaterial.Source.STORED;
import static org.onewindow.config.Matter.RequiredMaterial.Source.UPLOAD;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.MaterialsAtDecision;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.authority.UseRecord;
import org.onewindow.licences.checklist.LicenceSource.Pulled;
import org.onewindow.licences.checklist.SourceCheck.Verdict;
import org.onewindow.licences.materials.StoredMaterial;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** In which order the hub looks before it asks anybody for anything; all on real stores. */
class ChecklistsTest {

    private static final String CONTRACT = "sale-contract";
    private static final String RECORD = "title-search-record";
    private static final String REGISTER = Somebody.REGISTER;
    private static final String BUSINESS_LICENCE = "business-licence";

    private volatile Verdict department = Verdict.AWAY;
    private volatile Function<Party, Pulled> issuer = _ -> Pulled.NONE;
    private final Town town;
    private final Checklists checklists;

    ChecklistsTest(@TempDir Path folder) {
        town = new Town(folder);
        checklists = new Checklists(town.stores(), (_, _, _, _) -> department, (_, type, whose, actor, number) -> {
            assertThat(type.id()).isEqualTo(REGISTER);
            assertThat(actor).isEqualTo(Actor.HUB);
            assertThat(number).isNotNull();
            return issuer.apply(whose);
        });
    }

    @AfterEach
    void close() {
        checklists.close();
    }

    @Test
    void namesAtOnceEverythingThatIsMissingAndWhose() {
        var buyer = Somebody.arrives();
        var seller = Somebody.arrives();
        buyer.holds(REGISTER);
        var required = List.of(required(CONTRACT, UPLOAD), ofEach(REGISTER, LICENCE));

        var list = checklists.check(town.asks(required, town.request(Map.of(), List.of(), buyer, seller)));

        assertThat(list.sources()).containsExactly(Map.entry(REGISTER + ".1", "satisfied-licence"));
        assertThat(list.missing())
                .containsExactly(
                        new SupplementNeeded.Item(CONTRACT, "请上传:" + CONTRACT),
                        new SupplementNeeded.Item(REGISTER, "未查到电子证照,请上传:" + REGISTER + "(第2位当事人)"));
    }

    /** A company has no identity card, and a person no business licence. */
    @Test
    void asksEachForWhatTheyCanHave() {
        var buyer = Somebody.arrives();
        var company = Somebody.arrives();
        var licence = company.draft(BUSINESS_LICENCE, "N" + company.passport());
        TestStore.licences().seed(List.of(asOfToday(licence)));
        var required = List.of(ofEach(BUSINESS_LICENCE, LICENCE), ofEach("resident-identity-card", LICENCE));

        var list = check(required, organised(town.request(Map.of(), List.of(), buyer, company), 1));

        assertThat(list.items())
                .extracting(Checklist.Item::key)
                .containsExactly(BUSINESS_LICENCE + ".2", "resident-identity-card.1");
        assertThat(list.sources()).containsExactly(Map.entry(BUSINESS_LICENCE + ".2", "satisfied-licence"));
    }

    @Test
    void hasTheIssuerAskedForALicenceThatTheStoreLacks() {
        var buyer = Somebody.arrives();
        var seller = Somebody.arrives();
        issuer = whose -> {
            (whose.idNumber().equals(buyer.passport()) ? buyer : seller).holds(REGISTER);
            return Pulled.KEPT;
        };

        var list = check(List.of(ofEach(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer, seller));

        assertThat(list.sources())
                .containsOnly(
                        Map.entry(REGISTER + ".1", "satisfied-licence"),
                        Map.entry(REGISTER + ".2", "satisfied-licence"));
        assertThat(list.found()).hasSize(2);
    }

    /** Of two registers one came and ends too early, the other could not be had. */
    @Test
    void whatWillNotDoIsNoAnswerWhereTheRestCouldNotBeHad() {
        var buyer = Somebody.arrives();
        issuer = _ -> {
            town.holds(buyer, REGISTER, LocalDate.of(2026, 11, 27));
            return Pulled.PARTLY;
        };

        var list = check(List.of(ofEach(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.missing()).isEmpty();
        assertThat(list.awaits()).isEqualTo("source-down");
    }

    @Test
    void anIssuerThatIsSilentNeverBecomesAPaper() {
        var buyer = Somebody.arrives();
        issuer = _ -> Pulled.AWAY;

        var list = check(List.of(ofEach(REGISTER, LICENCE, UPLOAD)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.missing()).isEmpty();
        assertThat(list.awaits()).isEqualTo("source-down");
    }

    @Test
    void asksNoIssuerForWhatTheStoreHas() {
        var buyer = Somebody.arrives();
        buyer.holds(REGISTER);
        issuer = _ -> {
            throw new IllegalStateException("nobody need be asked");
        };

        assertThat(standing(List.of(ofEach(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer)))
                .isEqualTo(Standing.SATISFIED_LICENCE);
    }

    /** Twenty parties at once would use up the connections. */
    @Test
    void looksInTheStoreOnTheCallersOwnThread() {
        var buyer = Somebody.arrives();
        buyer.holds(REGISTER);
        var threads = ConcurrentHashMap.<String>newKeySet();
        try (var watched = new Checklists(
                town.stores(watched(threads)), (_, _, _, _) -> department, (_, _, _, _, _) -> Pulled.NONE)) {
            watched.check(town.asks(List.of(ofEach(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer)));
        }

        assertThat(threads).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void itsHolderSeesThatALicenceServedACaseThoughNobodyWantedACopy() {
        var buyer = Somebody.arrives();
        buyer.holds(REGISTER);
        var question = town.asks(List.of(ofEach(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer));

        checklists.check(question);
        checklists.check(question);

        assertThat(town.stores().licences().usage().of(buyer.actor(), Long.MAX_VALUE, 10))
                .singleElement()
                .returns("predicate", UseRecord::mode)
                .returns(String.valueOf(question.number()), UseRecord::caseNumber);
    }

    @Test
    void takesAnUploadWhereThereIsNoLicenceAndCountsNoneThatIsNotThere() {
        var buyer = Somebody.arrives();
        var required = List.of(ofEach(REGISTER, LICENCE));
        var upload = town.uploads("register", buyer);

        assertThat(standing(required, town.request(Map.of(), given(REGISTER, upload, buyer), buyer)))
                .isEqualTo(Standing.SATISFIED_UPLOAD);
        assertThat(standing(required, town.request(Map.of(), given(REGISTER, "upl_unknown", buyer), buyer)))
                .isEqualTo(Standing.MISSING);
    }

    /** A title changes after its issue: a scan of it says nothing of today. */
    @Test
    void believesNoCopyOfWhatIsOnlineOnly() {
        var buyer = Somebody.arrives();
        var upload = town.uploads("title", buyer);

        var list = check(
                List.of(ofEach("real-estate-title", LICENCE)),
                town.request(Map.of(), given("real-estate-title", upload, buyer), buyer));

        assertThat(list.items()).singleElement().returns("online-only", Checklist.Item::why);
        assertThat(list.missing().getFirst().reason()).contains("不收副本");
    }

    /** A suspended title is wanted of its issuer too: an upload would be refused. */
    @Test
    void tellsNobodyToUploadWhatIsOnlineOnly() {
        var buyer = Somebody.arrives();
        var number = buyer.holds(Somebody.TITLE);
        TestStore.life()
                .change(
                        new Actor("land-registry", "department", "land-registry", null),
                        Somebody.TITLE,
                        number,
                        LicenceChange.SUSPEND,
                        null,
                        null,
                        TestStore.CLOCK.instant());

        var list = check(List.of(ofEach(Somebody.TITLE, LICENCE)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.items()).singleElement().returns("licence-suspended", Checklist.Item::why);
        assertThat(list.missing().getFirst().reason())
                .contains("不收副本", "请联系发证机关")
                .doesNotContain("请上传");
    }

    /** Its case was told to upload it before that was no longer taken. */
    @Test
    void takesACopyWhereTheMattersOwnRevisionAsksForOne() {
        var buyer = Somebody.arrives();
        var upload = town.uploads("title", buyer);
        var required = List.of(ofEach(Somebody.TITLE, LICENCE, UPLOAD));

        assertThat(check(required, town.request(Map.of(), List.of(), buyer))
                        .missing()
                        .getFirst()
                        .reason())
                .contains("请上传");
        assertThat(standing(required, town.request(Map.of(), given(Somebody.TITLE, upload, buyer), buyer)))
                .isEqualTo(Standing.SATISFIED_UPLOAD);
    }

    @Test
    void asksTheDepartmentThatKnowsBeforeAnybodyElse() {
        var buyer = Somebody.arrives();
        department = Verdict.HOLDS;

        var list = check(List.of(required(RECORD, DATA, UPLOAD)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.missing()).isEmpty();
        assertThat(list.sources()).containsEntry(RECORD, "satisfied-data");
    }

    @Test
    void aDepartmentThatIsSilentNeverBecomesAPaper() {
        var buyer = Somebody.arrives();

        var list = check(List.of(required(RECORD, DATA, UPLOAD)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.missing()).isEmpty();
        assertThat(list.awaits()).isEqualTo("source-down");
    }

    @Test
    void tellsWhereTwoSourcesDiffer() {
        var buyer = Somebody.arrives();
        buyer.holds(REGISTER);
        department = Verdict.DOES_NOT;

        var list = check(List.of(required(RECORD, DATA, LICENCE)), town.request(Map.of(), List.of(), buyer));

        assertThat(list.items()).extracting(Checklist.Item::standing).containsExactly(Standing.CONFLICT);
        assertThat(list.missing()).hasSize(1);

        var upload = town.uploads("record", buyer);
        assertThat(standing(
                        List.of(required(RECORD, DATA, LICENCE)),
                        town.request(Map.of(), given(RECORD, upload, buyer), buyer)))
                .as("what was asked for and came ends it")
                .isEqualTo(Standing.SATISFIED_UPLOAD);
    }

    @Test
    void offersWhatWasHandedInBeforeAndUsesItWhereItIsSaidToBeUnchanged() {
        var buyer = Somebody.arrives();
        var form = Map.<String, Object>of("titleNumber", "T-1");
        var stored = town.handedInBefore(CONTRACT, form, buyer);
        var required = List.of(required(CONTRACT, STORED, UPLOAD));

        var offered =
                check(required, town.request(form, List.of(), buyer)).items().getFirst();
        var used = check(required, town.request(form, unchanged(CONTRACT, stored), buyer))
                .items()
                .getFirst();

        assertThat(offered.standing()).isEqualTo(Standing.REUSE_CONFIRM);
        assertThat(offered.offer()).isEqualTo(stored);
        assertThat(used.standing()).isEqualTo(Standing.SATISFIED_STORED);
        assertThat(used.reference())
                .isNotNull()
                .returns(stored, MaterialReference::stored)
                .extracting(MaterialReference::upload)
                .isNotNull();
    }

    @Test
    void usesNothingAgainWhoseWatchedFactIsDifferentWhateverIsSaid() {
        var buyer = Somebody.arrives();
        var stored = town.handedInBefore(CONTRACT, Map.of("titleNumber", "T-1"), buyer);

        var item = check(
                        List.of(required(CONTRACT, STORED, UPLOAD)),
                        town.request(Map.of("titleNumber", "T-2"), unchanged(CONTRACT, stored), buyer))
                .items()
                .getFirst();

        assertThat(item.standing()).isEqualTo(Standing.NOT_REUSABLE);
        assertThat(item.why()).isEqualTo("changed");
        assertThat(item.details()).containsEntry("what", "titleNumber");
    }

    /** A record of a title search is good for thirty days; these are the last of them. */
    @Test
    void takesNothingThatIsNotGoodAnyMoreOnTheDayOfTheDecision() {
        var buyer = Somebody.arrives();
        var stored = town.handedInBefore(RECORD, Map.of(), buyer);
        var upload = given(RECORD, town.uploads("record", buyer), buyer);
        var late = TestStore.CLOCK.instant().plus(Duration.ofDays(28));

        for (var materials : List.of(unchanged(RECORD, stored), upload)) {
            var request = town.request(Map.of(), materials, buyer);
            assertThat(lateItem(required(RECORD, STORED, UPLOAD), request, late))
                    .returns("ends-too-early", Checklist.Item::why)
                    .returns(Map.of("validTo", "2026-12-23"), Checklist.Item::details)
                    .returns(false, item -> item.standing().isSatisfied());
            var onTheDay = new RequiredMaterial(
                    RECORD, Town.name(RECORD), Set.of(STORED, UPLOAD), null, TrustLevel.C, null, ValidOn.SUBMIT, null);
            assertThat(lateItem(onTheDay, request, late).standing().isSatisfied())
                    .isTrue();
        }
    }

    /** The hall promises its decision for 2026-11-30. */
    @Test
    void takesAnUploadNoLongerThanWhoeverHandedItInSaysThatItIsGood() {
        var buyer = Somebody.arrives();
        var upload = town.uploads("contract", buyer);
        var required = required(CONTRACT, UPLOAD);

        var tooEarly = check(List.of(required), town.request(Map.of(), goodTo(upload, "2026-11-29"), buyer));
        assertThat(tooEarly.items())
                .singleElement()
                .returns("ends-too-early", Checklist.Item::why)
                .returns(Map.of("validTo", "2026-11-29"), Checklist.Item::details);
        assertThat(standing(List.of(required), town.request(Map.of(), goodTo(upload, "2026-11-30"), buyer)))
                .isEqualTo(Standing.SATISFIED_UPLOAD);
        assertThat(lateItem(
                        required(RECORD, UPLOAD),
                        town.request(
                                Map.of(),
                                List.of(new MaterialReference(
                                        RECORD, upload, null, null, null, null, null, null, "2099-12-31")),
                                buyer),
                        TestStore.CLOCK.instant().plus(Duration.ofDays(28))))
                .as("no longer than its kind is good")
                .returns(Map.of("validTo", "2026-12-23"), Checklist.Item::details);
    }

    private static List<MaterialReference> goodTo(String upload, String day) {
        return List.of(new MaterialReference(CONTRACT, upload, null, null, null, null, null, null, day));
    }

    private Checklist.Item lateItem(RequiredMaterial required, ServiceRequest request, Instant asOf) {
        var asks = town.asks(List.of(required), request);
        var late = new Question(asks.matter(), asks.request(), asks.actor(), asks.number(), asks.tree(), asOf);
        return checklists.check(late).items().getFirst();
    }

    /** Invariant I8. */
    @Test
    void usesNobodysPaperForAnother() {
        var buyer = Somebody.arrives();
        var other = Somebody.arrives();
        var form = Map.<String, Object>of("titleNumber", "T-1");
        var stored = town.handedInBefore(CONTRACT, form, other);

        assertThat(standing(
                        List.of(required(CONTRACT, STORED, UPLOAD)),
                        town.request(form, unchanged(CONTRACT, stored), buyer)))
                .isEqualTo(Standing.MISSING);
    }

    @Test
    void offersNothingOfAnotherPartyToTheApplicant() {
        var buyer = Somebody.arrives();
        var seller = Somebody.arrives();
        var form = Map.<String, Object>of("titleNumber", "T-1");
        town.handedInBefore(CONTRACT, form, seller);

        var list = check(List.of(ofEach(CONTRACT, STORED)), town.request(form, List.of(), buyer, seller));

        assertThat(list.items()).extracting(Checklist.Item::standing).containsOnly(Standing.MISSING);
    }

    /** Invariant I9. */
    @Test
    void aLicenceThatEndsBeforeTheDecisionDoesNotSatisfy() {
        var buyer = Somebody.arrives();
        town.holds(buyer, REGISTER, LocalDate.of(2026, 11, 27));
        var request = town.request(Map.of(), List.of(), buyer);

        assertThat(standing(List.of(required(REGISTER, LICENCE)), request)).isEqualTo(Standing.EXPIRES_BEFORE_DECISION);
        assertThat(standing(List.of(validOn(ValidOn.SUBMIT)), request)).isEqualTo(Standing.SATISFIED_LICENCE);
    }

    /** Invariant I9 on the day itself, where departments take longer than the hall promised. */
    @Test
    void aPersonIsToldWhatIsOverWhenTheCaseIsReallyDecided() throws SQLException {
        var last = LocalDate.of(2026, 12, 1);
        var buyer = Somebody.arrives();
        town.holds(buyer, REGISTER, last);
        var contract = goodTo(town.uploads("contract", buyer), last.toString());
        var question = town.asks(
                List.of(required(REGISTER, LICENCE), required(CONTRACT, UPLOAD)),
                town.request(Map.of(), contract, buyer));

        assertThat(checklists.check(question).missing())
                .as("by the promised day")
                .isEmpty();
        var accepted = accepted(question);
        assertThat(toldWhenDecided(accepted, last)).isEmpty();
        assertThat(toldWhenDecided(accepted, last.plusDays(1)))
                .containsExactly(REGISTER + " expired, " + CONTRACT + " expired");
    }

    @Test
    void whatHadToBeGoodOnTheDayOfTheApplicationMayBeOverSinceButNotRevoked() throws SQLException {
        var last = LocalDate.of(2026, 12, 1);
        var buyer = Somebody.arrives();
        town.holds(buyer, REGISTER, last);
        var question = town.asks(List.of(validOn(ValidOn.SUBMIT)), town.request(Map.of(), List.of(), buyer));

        var accepted = accepted(question);
        assertThat(toldWhenDecided(accepted, last.plusDays(1))).isEmpty();
        TestStore.life()
                .change(
                        new Actor("public-security", "department", "public-security", null),
                        REGISTER,
                        "N" + buyer.passport(),
                        LicenceChange.REVOKE,
                        null,
                        null,
                        TestStore.CLOCK.instant());
        assertThat(toldWhenDecided(accepted, last)).containsExactly(REGISTER + " revoked");
    }

    /** A record of a title search is good for thirty days from the one on which it was uploaded, whether or not anybody says so. */
    @Test
    void aPersonIsToldWhatIsOverByItsKindWhetherItIsHandedInOrUsedAgain() throws SQLException {
        var last = LocalDate.of(2026, 12, 23);
        var buyer = Somebody.arrives();
        var stored = town.handedInBefore(RECORD, Map.of(), buyer);
        var upload = given(RECORD, town.uploads("record", buyer), buyer);

        for (var materials : List.of(unchanged(RECORD, stored), upload)) {
            var question =
                    town.asks(List.of(required(RECORD, STORED, UPLOAD)), town.request(Map.of(), materials, buyer));
            assertThat(checklists.check(question).missing()).isEmpty();
            var accepted = accepted(question);
            assertThat(toldWhenDecided(accepted, last)).isEmpty();
            assertThat(toldWhenDecided(accepted, last.plusDays(1))).containsExactly(RECORD + " expired");
        }
    }

    /** What another has replaced is good as long as it would have been without. */
    @Test
    void aPersonIsToldWhereTheLastDayIsOverOfALicenceThatAnotherReplaced() throws SQLException {
        var last = LocalDate.of(2026, 12, 1);
        var buyer = Somebody.arrives();
        town.holds(buyer, REGISTER, last);
        var accepted =
                accepted(town.asks(List.of(required(REGISTER, LICENCE)), town.request(Map.of(), List.of(), buyer)));
        JdbcClient.create(TestStore.OWNER)
                .sql("update lic.licence set state = 'superseded', effective_on = '2026-11-24' where holder = ?")
                .param(buyer.id().bytes())
                .update();

        assertThat(toldWhenDecided(accepted, last)).isEmpty();
        assertThat(toldWhenDecided(accepted, last.plusDays(1))).containsExactly(REGISTER + " expired");
    }

    /** The market regulator's word says something for ninety days. */
    @Test
    void aPersonIsToldWhereTheIssuersLastWordIsTooOldWhenTheCaseIsReallyDecided() throws SQLException {
        var buyer = Somebody.arrives();
        TestStore.licences().seed(List.of(asOfToday(buyer.draft(BUSINESS_LICENCE, "N" + buyer.passport()))));
        var question =
                town.asks(List.of(required(BUSINESS_LICENCE, LICENCE)), town.request(Map.of(), List.of(), buyer));

        assertThat(checklists.check(question).missing()).isEmpty();
        var accepted = accepted(question);
        var last = LocalDate.of(2026, 11, 23).plusDays(89);
        assertThat(toldWhenDecided(accepted, last)).isEmpty();
        assertThat(toldWhenDecided(accepted, last.plusDays(1))).containsExactly(BUSINESS_LICENCE + " unknown");
    }

    /** The case, with what the checklist found for it. */
    private CaseSnapshot accepted(Question question) {
        var asked = question.request();
        var found = checklists.check(question).found();
        var request = new ServiceRequest(
                asked.matter(), asked.channel(), asked.applicant(), asked.parties(), asked.form(), found);
        var number = Objects.requireNonNull(question.number());
        return CaseMachine.open(number, question.matter(), request, "seed", question.asOf());
    }

    /** What an operator's task says, where the case is approved on that day. */
    private static List<String> toldWhenDecided(CaseSnapshot decided, LocalDate day) throws SQLException {
        var noon = Clock.fixed(day.atTime(12, 0).atZone(CaseMachine.BEIJING).toInstant(), CaseMachine.BEIJING);
        try (var connection = TestStore.DATABASE.getConnection()) {
            new MaterialsAtDecision(Town::tree, noon)
                    .carryOut(connection, decided, List.of(new Command.Notice("approved", Map.of())));
        }
        return JdbcClient.create(TestStore.OWNER)
                .sql("select why -> 'details' ->> 'materials' from task where number = ? and kind = 'materials-over'")
                .param(decided.number().text())
                .query(String.class)
                .list();
    }

    @Test
    void neverAsksForWhatAnotherCaseOfTheHolderBrings() {
        var buyer = Somebody.arrives();
        var seller = Somebody.arrives();
        buyer.hasOpenCase("used-home-transfer", "buyer");
        seller.hasOpenCase("used-home-transfer", "seller");
        var required = List.of(required("real-estate-title", LICENCE, CASE));

        assertThat(standing(required, town.request(Map.of(), List.of(), buyer))).isEqualTo(Standing.AWAITED);
        assertThat(standing(required, town.request(Map.of(), List.of(), seller)))
                .as("it brings the seller nothing")
                .isEqualTo(Standing.MISSING);
    }

    @Test
    void takesNobodysWordAgainstTheDepartmentThatKnows() {
        var buyer = Somebody.arrives();
        department = Verdict.DOES_NOT;
        var word = List.of(new MaterialReference(RECORD, null, null, null, Declaration.COMMITMENT, null, null, null));
        var stored = town.handedInBefore(RECORD, Map.of(), buyer);

        var wordWillDo = new RequiredMaterial(
                RECORD, Town.name(RECORD), Set.of(DATA, COMMITMENT), null, TrustLevel.D, null, ValidOn.SUBMIT, null);
        assertThat(standing(List.of(wordWillDo), town.request(Map.of(), word, buyer)))
                .isEqualTo(Standing.CONFLICT);
        assertThat(standing(
                        List.of(required(RECORD, DATA, STORED)),
                        town.request(Map.of(), unchanged(RECORD, stored), buyer)))
                .isEqualTo(Standing.CONFLICT);
    }

    @Test
    void takesTheApplicantsWordWhereTheMatterDoes() {
        var buyer = Somebody.arrives();
        var word = List.of(new MaterialReference(CONTRACT, null, null, null, Declaration.COMMITMENT, null, null, null));

        assertThat(standing(List.of(atLeast(TrustLevel.D, COMMITMENT, UPLOAD)), town.request(Map.of(), word, buyer)))
                .isEqualTo(Standing.SATISFIED_COMMITMENT);
        assertThat(standing(List.of(required(CONTRACT, UPLOAD)), town.request(Map.of(), word, buyer)))
                .isEqualTo(Standing.MISSING);
    }

    @Test
    void aWordIsNotEnoughWhereAnUploadIsTheLeast() {
        var buyer = Somebody.arrives();
        var word = List.of(new MaterialReference(CONTRACT, null, null, null, Declaration.COMMITMENT, null, null, null));

        var list = check(List.of(atLeast(TrustLevel.C, COMMITMENT, UPLOAD)), town.request(Map.of(), word, buyer));

        assertThat(list.items()).singleElement().returns("word-not-enough", Checklist.Item::why);
        assertThat(list.missing()).hasSize(1);
    }

    /** The matter that is shipped with both ways: nobody fetches what the registry says, and the rest is the applicant's word. */
    @Test
    void savingsArePaidByTheRegistrysWordAndTheApplicants() {
        var buyer = Somebody.arrives();
        buyer.holds("resident-identity-card");
        var statement = "withdrawal-statement";
        var word =
                List.of(new MaterialReference(statement, null, null, null, Declaration.COMMITMENT, null, null, null));
        department = Verdict.HOLDS;

        assertThat(savings(buyer, word).sources())
                .containsOnly(
                        Map.entry("resident-identity-card.1", "satisfied-licence"),
                        Map.entry(RECORD + ".1", "satisfied-data"),
                        Map.entry(statement, "satisfied-commitment"));
        assertThat(savings(buyer, List.of()).missing())
                .extracting(SupplementNeeded.Item::code)
                .containsExactly(statement);
        department = Verdict.AWAY;
        assertThat(savings(buyer, word).missing())
                .as("nobody brings paper meanwhile")
                .isEmpty();
        assertThat(savings(buyer, word).awaits()).isEqualTo("source-down");
        department = Verdict.DOES_NOT;
        assertThat(savings(buyer, word).missing())
                .as("it is another's home")
                .extracting(SupplementNeeded.Item::code)
                .containsExactly(RECORD);
    }

    private Checklist savings(Somebody buyer, List<MaterialReference> given) {
        var matter = Objects.requireNonNull(TestStore.TREE.matters().get("fund-withdrawal"));
        var asks = town.asks(List.of(), town.request(Map.of("titleNumber", "T-1"), given, buyer));
        return checklists.check(
                new Question(matter, asks.request(), asks.actor(), asks.number(), TestStore.TREE, asks.asOf()));
    }

    /** What somebody signs instead of the paper is their word, whatever it is called. */
    @Test
    void aSignedPromiseIsNoMoreThanAWord() {
        var buyer = Somebody.arrives();
        var promise = List.of(new MaterialReference(
                CONTRACT, town.uploads("promise", buyer), null, null, Declaration.COMMITMENT, null, null, null));
        var request = town.request(Map.of(), promise, buyer);

        assertThat(standing(List.of(atLeast(TrustLevel.C, UPLOAD)), request)).isEqualTo(Standing.MISSING);
        assertThat(standing(List.of(atLeast(TrustLevel.D, UPLOAD)), request)).isEqualTo(Standing.SATISFIED_UPLOAD);
    }

    @Test
    void anUploadIsNotEnoughWhereTheOriginalMustBeSeen() {
        var buyer = Somebody.arrives();
        var upload = town.uploads("contract", buyer);
        var required = atLeast(TrustLevel.B, UPLOAD);

        var item = check(List.of(required), town.request(Map.of(), given(CONTRACT, upload, buyer), buyer))
                .items()
                .getFirst();

        assertThat(item.standing()).isEqualTo(Standing.MISSING);
        assertThat(item.why()).isEqualTo("original-needed");
    }

    /** The case that needs it is the one for which somebody comes to the window. */
    @Test
    void anUploadIsEnoughOnceAWindowHeldItAgainstTheOriginal() {
        var buyer = Somebody.arrives();
        var given = given(CONTRACT, town.uploads("contract", buyer), buyer);
        var question = town.asks(List.of(atLeast(TrustLevel.B, UPLOAD)), town.request(Map.of(), given, buyer));
        var number = Objects.requireNonNull(question.number());
        var clerk = new Actor("window-01", "window-system", null, null);

        boolean seen = TestStore.looks(town.stores().uploads())
                .sawOriginal(clerk, number, question.request(), given.getFirst());

        assertThat(seen).isTrue();
        assertThat(checklists.check(question).items())
                .extracting(Checklist.Item::standing)
                .containsExactly(Standing.SATISFIED_UPLOAD);
        assertThat(standing(List.of(atLeast(TrustLevel.B, UPLOAD)), question.request()))
                .as("another case has its own original to see")
                .isEqualTo(Standing.MISSING);
        town.acceptedWith(given.getFirst(), Map.of(), buyer, number);
        assertThat(TestStore.space().own(buyer.actor())).singleElement().returns(TrustLevel.B, StoredMaterial::level);
    }

    /** Invariant I15. */
    @Test
    void theSameQuestionHasTheSameAnswer() {
        var buyer = Somebody.arrives();
        var required = List.of(required(CONTRACT, STORED, UPLOAD), ofEach(REGISTER, LICENCE));
        var question = town.asks(required, town.request(Map.of("titleNumber", "T-1"), List.of(), buyer));

        var first = checklists.check(question).sha256();

        assertThat(checklists.check(question).sha256()).isEqualTo(first);

        buyer.holds(REGISTER);
        assertThat(checklists.check(question).sha256()).isNotEqualTo(first);
    }

    private static DataSource watched(Set<String> threads) {
        return new DelegatingDataSource(TestStore.DATABASE) {
            @Override
            public Connection getConnection() throws SQLException {
                threads.add(Thread.currentThread().getName());
                return super.getConnection();
            }
        };
    }

    private Checklist check(List<RequiredMaterial> required, ServiceRequest request) {
        return checklists.check(town.asks(required, request));
    }

    private Standing standing(List<RequiredMaterial> required, ServiceRequest request) {
        return check(required, request).items().getFirst().standing();
    }

    private static RequiredMaterial required(String type, RequiredMaterial.Source... from) {
        return Town.required(type, null, from);
    }

    private static RequiredMaterial ofEach(String type, RequiredMaterial.Source... from) {
        return Town.required(type, RequiredMaterial.EACH_PARTY, from);
    }

    /** The request, in which the party at this place is an organisation. */
    private static ServiceRequest organised(ServiceRequest request, int place) {
        var parties = new ArrayList<>(request.parties());
        var one = parties.get(place);
        parties.set(
                place,
                new Party(
                        one.role(),
                        Party.Kind.ORGANISATION,
                        one.name(),
                        one.idType(),
                        one.idNumber(),
                        null,
                        null,
                        null));
        return new ServiceRequest(
                request.matter(), request.channel(), request.applicant(), parties, request.form(), request.materials());
    }

    private static LicenceDraft asOfToday(LicenceDraft draft) {
        return new LicenceDraft(
                draft.type(),
                draft.number(),
                draft.holders(),
                draft.data(),
                draft.issuedOn(),
                draft.validTo(),
                draft.identifier(),
                draft.source(),
                TestStore.CLOCK.instant());
    }

    private static RequiredMaterial atLeast(TrustLevel level, RequiredMaterial.Source... from) {
        return new RequiredMaterial(
                CONTRACT, Town.name(CONTRACT), Set.of(from), null, level, null, ValidOn.SUBMIT, null);
    }

    private static RequiredMaterial validOn(ValidOn day) {
        return new RequiredMaterial(
                REGISTER, Town.name(REGISTER), Set.of(LICENCE), null, TrustLevel.C, null, day, null);
    }

    private static List<MaterialReference> given(String type, String upload, Somebody whose) {
        return List.of(new MaterialReference(type, upload, null, whose.passport(), null, null));
    }

    private static List<MaterialReference> unchanged(String type, String stored) {
        return List.of(new MaterialReference(type, null, null, stored, Declaration.UNCHANGED, null, null, null));
    }
}
