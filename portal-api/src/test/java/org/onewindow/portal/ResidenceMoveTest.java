package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.StepState;
import org.onewindow.cases.Supplement;
import org.onewindow.cases.store.AttemptRow;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.HolderId;

/** A household moves: what the case lacks only public security has, and nobody brings it. */
class ResidenceMoveTest {

    private static final String WU = "370105196810124039";
    private static final String HOME = "济南市长清区大学路2号8-808";

    private final Api wu = TestHub.citizen("wu");
    private final String former = "H" + UUID.randomUUID();
    private final String next = "H" + UUID.randomUUID();

    /** The database outlives a run: the register of before is over, and no case that a run left is in the way. */
    @BeforeEach
    void onlyPublicSecurityHasIt() {
        TestHub.asOwner(
                "update lic.licence set state = 'superseded', effective_on = '2020-01-01' where type = 'household-register'"
                        + " and holder = '\\x" + holder().hex() + "'");
        TestHub.asOwner("update lic.asked set asked_at = asked_at - interval '1 minute'");
        TestHub.asOwner("update case_file set open_key = null where matter = 'residence-move'");
        Bureau.has(WU, "济南市历下区公共集体户");
        Bureau.numbersIt(former);
    }

    @AfterEach
    void forget() {
        Bureau.has("", "");
    }

    @Test
    void waitsWhilePublicSecurityIsAwayAndGoesOnWithTheRegisterItPulls() {
        Bureau.refuses(503);
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();
        var path = "/v1/cases/" + number;
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        inEnglish(path).path("state").path("why").asText())
                .contains("cannot be asked just now", "no paper is needed"));
        assertThat(inEnglish(path).path("state").path("code").asText()).isEqualTo("received");
        assertThat(TestHub.sql()
                        .sql("select outcome from audit.event where case_number = ? and action = 'issuer-said'")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsOnly("away");

        Bureau.has(WU, "济南市历下区公共集体户");
        Bureau.numbersIt(former);
        TestHub.clock().advance(Duration.ofSeconds(61));

        var departments = new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        assertThat(timeline(path)).contains("Household register 1: e-licence").doesNotContain("supplement");
        assertThat(wu.get(path + "/one-time-notices").json().path("items")).isEmpty();
        assertThat(wu.get("/v1/me/usage?limit=50").json().path("items")).anySatisfy(use -> assertThat(List.of(
                        use.path("caseNumber").asText(), use.path("type").asText()))
                .containsExactly(number, "household-register"));
        departments.answer(Map.of("title", title(), "move", moved())).awaitState(CaseState.APPROVED);
        assertThat(TestHub.cases().attempts(new CaseNumber(number)).stream().map(AttemptRow::stepKey))
                .containsOnlyOnce("move");
        assertThat(licence(next).path("status").asText()).isEqualTo("valid");
        assertThat(licence(next).path("data").path("address").asText()).isEqualTo(HOME);
        assertThat(licence(former).path("status").asText()).isEqualTo("superseded");
    }

    @Test
    void asksNothingOfWhomOnlyPublicSecurityKnows() {
        var list = wu.post("/v1/checklists", move().toString()).json();
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();

        assertThat(list.path("complete").asBoolean()).as(list.toString()).isTrue();
        new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        assertThat(timeline("/v1/cases/" + number)).doesNotContain("cannot be asked", "supplement");
        assertThat(wu.post("/v1/cases", move().toString()).problem())
                .as("nobody moves twice at a time")
                .isEqualTo("409 case-already-open /applicant/idNumber=case-already-open");
    }

    /** It was decided by a register that held when the case was accepted: a person takes that up with the bureau. */
    @Test
    void tellsAPersonWhereTheRegisterWasRevokedBeforeTheDecision() {
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();
        var departments = new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        TestHub.bean(LicenceStore.class)
                .life()
                .change(
                        new Actor("public-security", "department", "public-security", null),
                        "household-register",
                        former,
                        LicenceChange.REVOKE,
                        null,
                        null,
                        TestHub.clock().instant());

        departments.answer(Map.of("title", title(), "move", moved())).awaitState(CaseState.APPROVED);

        assertThat(TestHub.client("operator")
                        .in("en")
                        .get("/v1/admin/tasks")
                        .json()
                        .path("items"))
                .anySatisfy(task -> {
                    assertThat(task.path("number").asText()).isEqualTo(number);
                    assertThat(task.path("kind").asText()).isEqualTo("materials-over");
                    assertThat(task.path("why").asText()).contains("household-register revoked");
                });
    }

    /** A look that came too early to see it is followed by another: nobody is told of a gap that is none. */
    @Test
    void findsATitleThatCameWhileItWasLookedFor() {
        titleIs("'superseded', effective_on = '2020-01-01'", "valid");
        Bureau.hesitates();
        var number = new CaseNumber(
                wu.post("/v1/cases", move().toString()).json().path("number").asText());
        var path = "/v1/cases/" + number.text();
        await().until(() -> TestHub.sql()
                .sql("select exists (select from audit.event where case_number = ? and type = 'real-estate-title')")
                .param(number.text())
                .query(Boolean.class)
                .single());

        titleIs("'valid', effective_on = null", "superseded");
        assertThat(TestHub.cases().lacking(List.of(holder().hex()))).contains(number);
        TestHub.routes()
                .desk()
                .tell(number, new CaseEvent.MaterialArrived(TestHub.clock().instant(), "real-estate-title"));
        Bureau.speaks();

        new Departments(number.text()).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        assertThat(timeline(path)).doesNotContain("supplement");
        assertThat(wu.get(path + "/one-time-notices").json().path("items")).isEmpty();
    }

    /** What its own look had asked for that look saw: told of it, it would be looked at as often as its issuer says something else. */
    @Test
    void isLookedAtNowWhereSomethingCameThatItHadNotAskedFor() {
        Bureau.refuses(503);
        var number = new CaseNumber(
                wu.post("/v1/cases", move().toString()).json().path("number").asText());
        await().until(() -> nextLook(number).isAfter(TestHub.clock().instant().plusSeconds(30)));
        var planned = nextLook(number);

        comes("'" + number.text() + "'");
        assertThat(nextLook(number)).isEqualTo(planned);

        comes("null");
        assertThat(nextLook(number)).isNotEqualTo(planned);
    }

    private static Instant nextLook(CaseNumber number) {
        return Optional.ofNullable(
                        TestHub.cases().find(number).orElseThrow().progress().checkAt())
                .orElse(Instant.EPOCH);
    }

    /** Its title comes once more, and whoever is to hear of it has. */
    private static void comes(String askedFor) {
        TestHub.asOwner("insert into lic.arrival (id, holder, asked_for) select id, holder, " + askedFor
                + " from lic.licence where type = 'real-estate-title' and state = 'valid' and holder = '\\x"
                + holder().hex() + "' limit 1");
        await().until(() -> TestHub.owner()
                .sql("select not exists (select from lic.arrival where holder = ?)")
                .param(holder().bytes())
                .query(Boolean.class)
                .single());
    }

    /** Nobody brings what the store has and the matter lists, also where a department asks for it only when it has the case. */
    @Test
    void aLicenceThatADepartmentWantsLaterComesFromTheStoreWhereTheMatterListsIt() {
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();
        var departments = new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        departments.answer(Map.of("title", title()));
        bearsNoLicence(number);

        departments.answer("move", wants("real-estate-title"));

        assertThat(departments.now().supplements()).noneMatch(Supplement::isOpen);
        assertThat(departments.step("move").state()).isEqualTo(StepState.READY);
        assertThat(timeline("/v1/cases/" + number)).contains("nothing to hand in (real-estate-title)");
    }

    @Test
    void whatIsSensitiveOrNotListedNobodySendsBecauseADepartmentAsks() {
        holds("business-licence", "91370100MA" + UUID.randomUUID(), Map.of());
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();
        var departments = new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        departments.answer(Map.of("title", title()));
        bearsNoLicence(number);

        departments.answer("move", wants("household-register", "business-licence"));

        assertThat(departments.now().supplements()).singleElement().satisfies(asked -> {
            assertThat(asked.isOpen()).isTrue();
            assertThat(asked.items()).hasSize(2);
        });
        assertThat(departments.step("move").state()).isEqualTo(StepState.SUPPLEMENT);
        assertThat(departments.now().request().materials()).isEmpty();
    }

    /** A department does not widen what it may see by asking: the applicant answers with their licence, and then no more than that is open. */
    @Test
    void aDepartmentSeesWhatItsMatterDoesNotListByTheApplicantsWordOnly() {
        holds("marriage-certificate", "J" + UUID.randomUUID(), Map.of("registeredOn", "2010-05-01"));
        var number =
                wu.post("/v1/cases", move().toString()).json().path("number").asText();
        var departments = new Departments(number).awaitState(CaseState.REVIEWING, CaseState.ACCEPTED);
        departments.answer(Map.of("title", title()));
        departments.answer("move", wants("marriage-certificate"));
        var security = TestHub.department("public-security");
        assertThat(security.post("/v1/authorisations", byLaw(number, "fields")).problem())
                .as("it asked, and nobody answered")
                .isEqualTo("403 authorisation-refused =out-of-scope");
        assertThat(security.post("/v1/licences:sense", sensed(number)).problem())
                .as("nor is it told whether there is one")
                .isEqualTo("404 case-unknown");
        assertThat(departments.step("move").state()).isEqualTo(StepState.SUPPLEMENT);
        var answer = "/v1/cases/" + number + "/supplements/"
                + departments.now().supplements().getLast().id();
        var licence = "{\"materials\": [{\"type\": \"marriage-certificate\"}]}";
        assertThat(TestHub.client("window").post(answer, licence).problem())
                .as("nobody says it for them")
                .isEqualTo("422 request-invalid /materials/0/upload=required");

        assertThat(wu.post(answer, licence).status()).isEqualTo(202);

        assertThat(departments.step("move").state()).isEqualTo(StepState.READY);
        assertThat(departments.now().request().materials())
                .anyMatch(one -> one.type().equals("marriage-certificate") && one.licence() != null);
        assertThat(security.post("/v1/authorisations", byLaw(number, "document"))
                        .problem())
                .isEqualTo("403 authorisation-refused /modes=more-than-needed");
        var code = security.post("/v1/authorisations", byLaw(number, "fields"))
                .json()
                .path("code")
                .asText();
        var opened = security.post(
                "/v1/licences:open",
                "{\"code\": \"%s\", \"type\": \"marriage-certificate\", \"fields\": [\"registeredOn\"]}"
                        .formatted(code));
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
        assertThat(TestHub.department("land-registry")
                        .post("/v1/authorisations", byLaw(number, "fields"))
                        .problem())
                .as("it was not answered")
                .isEqualTo("403 authorisation-refused =out-of-scope");
    }

    private static void holds(String type, String number, Map<String, Object> data) {
        TestHub.bean(LicenceStore.class)
                .licences()
                .seed(List.of(new LicenceDraft(
                        type,
                        number,
                        List.of(new Holder("吴䶮", IdType.RESIDENT_ID, WU, null)),
                        data,
                        LocalDate.of(2010, 5, 1),
                        null,
                        null,
                        LicenceDraft.Source.CONVERTED,
                        Instant.parse("2026-11-20T02:00:00Z"))));
    }

    private static SupplementNeeded wants(String... types) {
        return new SupplementNeeded(
                Stream.of(types)
                        .map(type -> new SupplementNeeded.Item(type, "须核对"))
                        .toList(),
                Map.of());
    }

    /** As where a condition of its matter left them out. */
    private static void bearsNoLicence(String number) {
        TestHub.asOwner(
                "update case_file set request = request || '{\"materials\": []}' where number = '" + number + "'");
    }

    private static String byLaw(String number, String mode) {
        return """
                {"basis": "statutory", "holder": {"idType": "resident-id", "idNumber": "%s"}, "caseNumber": "%s", "types": ["marriage-certificate"],
                 "modes": ["%s"], "audience": "department", "legalGround": "户口登记条例第十三条"}"""
                .formatted(WU, number, mode);
    }

    private static String sensed(String number) {
        return """
                {"types": ["marriage-certificate"], "holder": {"idType": "resident-id", "idNumber": "%s"}, "caseNumber": "%s"}"""
                .formatted(WU, number);
    }

    private static void titleIs(String state, String before) {
        TestHub.asOwner("update lic.licence set state = " + state + " where type = 'real-estate-title' and state = '"
                + before + "' and holder = '\\x" + holder().hex() + "'");
    }

    private static HolderId holder() {
        return HolderId.of(TestHub.bean(IdentityHash.class), IdType.RESIDENT_ID, WU);
    }

    private JsonNode inEnglish(String path) {
        return wu.in("en").get(path).json();
    }

    private String timeline(String path) {
        return wu.in("en").get(path + "/timeline").raw().body();
    }

    private JsonNode licence(String number) {
        return wu.get("/v1/licences")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + number));
    }

    private static DepartmentReply title() {
        return Departments.answered(Map.of(
                "titleNumber",
                "T",
                "state",
                "current",
                "usage",
                "residential",
                "location",
                HOME,
                "holders",
                List.of(Map.of("name", "吴䶮", "idType", "resident-id", "idNumber", WU))));
    }

    private DepartmentReply moved() {
        return Departments.answered(Map.of(
                "moveNumber",
                "QY1",
                "movedOn",
                "2026-11-24",
                "ended",
                former,
                "register",
                Map.of(
                        "number",
                        next,
                        "address",
                        HOME,
                        "kind",
                        "family",
                        "members",
                        List.of(Map.of("name", "吴䶮", "relation", "户主")))));
    }

    private static ObjectNode move() {
        var request =
                Api.JSON.createObjectNode().put("matter", "residence-move").put("channel", "portal");
        request.set("applicant", Application.person("吴䶮", WU));
        request.putArray("parties").add(Application.person("吴䶮", WU).put("role", "mover"));
        request.putObject("form").put("titleNumber", "鲁(2014)济南市不动产权第0089012号");
        request.putArray("materials");
        return request;
    }
}
