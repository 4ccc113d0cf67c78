package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;

/** Who sees what, and who may do what. */
class AccessTest {

    private final Api zhang = TestHub.citizen("zhang");
    private final Api wang = TestHub.citizen("wang");
    private final Api li = TestHub.citizen("li");

    @Test
    void knowsNobodyElsesCase() {
        var path = open();

        for (var at : new String[] {"", "/timeline", "/payments"}) {
            assertThat(li.get(path + at).problem()).isEqualTo("404 case-unknown");
        }
        assertThat(li.post(path + "/withdrawal", "").problem()).isEqualTo("404 case-unknown");
        assertThat(li.post(path + "/confirmations", "{\"agree\": true}").problem())
                .isEqualTo("404 case-unknown");
        assertThat(li.get("/v1/cases/OW261122-00000000-0").problem()).isEqualTo("404 case-unknown");
        assertThat(li.get("/v1/cases/1").problem()).isEqualTo("404 case-unknown");
        assertThat(li.get("/v1/cases").raw().body()).doesNotContain(path);
    }

    @Test
    void showsEachPartyItsOwnFactsOnly() {
        var path = open();
        new Departments(path.substring("/v1/cases/".length()))
                .awaitState(CaseState.REVIEWING)
                .answer(Map.of(
                        "title", Departments.friendly().get("title"),
                        "marriage", Departments.answered(Map.of("status", "20"))));

        var seller = wang.get(path).json();
        var buyer = zhang.get(path).json();
        var window = TestHub.client("window").get(path).json();

        assertThat(facts(seller, "title").path("titleNumber").asText()).isEqualTo("T");
        assertThat(facts(buyer, "title").isMissingNode()).isTrue();
        assertThat(facts(seller, "marriage.0").path("status").asText()).isEqualTo("20");
        assertThat(facts(buyer, "marriage.0").isMissingNode()).isTrue();
        assertThat(facts(buyer, "marriage.1").path("status").asText()).isEqualTo("20");
        assertThat(facts(window, "title").isMissingNode()).isTrue();
        assertThat(facts(window, "marriage.0").isMissingNode()).isTrue();
        assertThat(buyer.toString()).doesNotContain("370102197909143315");
    }

    @Test
    void letsTheWindowAcceptAndHandOutButNotDecide() {
        var window = TestHub.client("window");

        assertThat(window.post("/v1/cases", Application.transfer().toString()).status())
                .isEqualTo(202);
        assertThat(window.put(open() + "/delivery", "{\"by\": \"window\"}").problem())
                .isEqualTo("409 not-now");
        assertThat(window.post("/v1/admin/tasks/1/resolution", "{\"resolution\": \"happened\", \"reason\": \"x\"}")
                        .problem())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void letsASupervisorSeeCasesButNeitherAcceptDecideNorHandOut() {
        var supervisor = TestHub.client("supervisor");
        var path = open();

        assertThat(supervisor.get(path).status()).isEqualTo(200);
        assertThat(supervisor
                        .post("/v1/cases", Application.transfer().toString())
                        .problem())
                .isEqualTo("403 not-allowed");
        assertThat(supervisor.put(path + "/delivery", "{\"by\": \"window\"}").problem())
                .isEqualTo("403 not-allowed");
        assertThat(supervisor.post(path + "/withdrawal", "").problem()).isEqualTo("403 not-allowed");
        assertThat(supervisor
                        .post("/v1/admin/tasks/1/resolution", "{\"resolution\": \"happened\", \"reason\": \"x\"}")
                        .problem())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void letsADepartmentDecideOnItsOwnActsButNeitherAcceptNorHandOut() {
        var tax = TestHub.department("tax");
        var registry = TestHub.department("land-registry");
        var path = open();
        long task = AdminTest.stuckTask(path);

        assertThat(tax.post("/v1/cases", Application.transfer().toString()).problem())
                .isEqualTo("403 not-allowed");
        assertThat(tax.upload(
                                "",
                                "application/pdf",
                                java.net.http.HttpRequest.BodyPublishers.ofByteArray(Application.CONTRACT))
                        .problem())
                .isEqualTo("403 not-allowed");
        assertThat(tax.put(path + "/delivery", "{\"by\": \"window\"}").problem())
                .isEqualTo("403 not-allowed");
        var happened =
                "{\"resolution\": \"happened\", \"reason\": \"looked it up\", \"facts\": {\"state\": \"current\"}}";
        assertThat(tax.post("/v1/admin/tasks/" + task + "/resolution", happened).problem())
                .isEqualTo("403 not-allowed");
        assertThat(registry.post("/v1/admin/tasks/" + task + "/resolution", happened)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsOperatorsThingsForOperators() {
        for (var caller : new Api[] {zhang, TestHub.client("window"), TestHub.department("tax")}) {
            assertThat(caller.get("/v1/admin/export/cases").problem()).isEqualTo("403 not-allowed");
            assertThat(caller.get("/v1/admin/tasks").problem()).isEqualTo("403 not-allowed");
            assertThat(caller.get("/v1/admin/clock").problem()).isEqualTo("403 not-allowed");
            assertThat(caller.get("/v1/admin/verify-audit").problem()).isEqualTo("403 not-allowed");
            assertThat(caller.post("/v1/admin/clock/advance", "{\"by\": \"1h\"}")
                            .problem())
                    .isEqualTo("403 not-allowed");
        }
        assertThat(TestHub.client("operator")
                        .post("/v1/cases", Application.transfer().toString())
                        .problem())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void wantsAPersonWhereOnlyAPersonHasAnything() {
        var nobody = TestHub.client("portal");

        assertThat(nobody.get("/v1/cases").problem()).isEqualTo("403 person-needed");
        assertThat(nobody.get("/v1/licences").problem()).isEqualTo("403 person-needed");
        assertThat(nobody.post("/v1/cases", Application.transfer().toString()).problem())
                .isEqualTo("403 person-needed");
    }

    @Test
    void showsOnesOwnLicencesAndMasksCoHolders() {
        var own = TestHub.citizen("liu").get("/v1/licences").json().path("items");

        assertThat(own).hasSize(2);
        var title = own.get(0).path("type").asText().equals("real-estate-title") ? own.get(0) : own.get(1);
        assertThat(title.path("holders").get(0).path("idNumber").asText()).isEqualTo("370102199001011039");
        assertThat(title.path("holders").get(1).path("idNumber").asText()).startsWith("**************");
        assertThat(li.get("/v1/licences/" + title.path("id").asText()).problem())
                .isEqualTo("404 licence-unknown");
    }

    @Test
    void tellsOfNobodyElseWhatTheStoresHave() {
        var othersToo = Application.transfer();
        assertThat(li.post("/v1/checklists", othersToo.toString()).problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
        othersToo.remove("applicant");

        var reply = li.post("/v1/checklists", othersToo.toString());

        assertThat(reply.json().path("complete").asBoolean()).isFalse();
        assertThat(reply.json().path("items")).hasSize(2);
        var card = reply.json().path("items").get(1);
        assertThat(card.path("state").path("satisfied").asBoolean()).isTrue();
        assertThat(card.path("why").asText()).isEqualTo("电子证照库已有，无须提交");
        var looks = TestHub.sql()
                .sql(
                        "select count(distinct holder) from audit.event where actor = 'citizen:li' and action = 'sense' and outcome = 'ok'")
                .query(Integer.class)
                .single();
        assertThat(looks).as("looked at one holder, the caller").isEqualTo(1);
    }

    private String open() {
        return zhang.post("/v1/cases", Application.complete(zhang).toString()).header("Location");
    }

    private static JsonNode facts(JsonNode found, String step) {
        for (var one : found.path("steps")) {
            if (one.path("id").asText().equals(step)) {
                return one.path("facts");
            }
        }
        throw new AssertionError("no step " + step);
    }
}
