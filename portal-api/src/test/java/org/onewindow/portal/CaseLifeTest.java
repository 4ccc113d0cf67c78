package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepState;

/** A case from the counter to the title, as those who take part in it see it. */
class CaseLifeTest {

    private final Api zhang = TestHub.citizen("zhang");
    private final Api wang = TestHub.citizen("wang");

    @Test
    void goesFromTheCounterToTheTitle() {
        var path = open(Application.complete(zhang).toString());
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        assertThat(step(zhang, path, "agreement")
                        .path("state")
                        .path("nextActor")
                        .asText())
                .isEqualTo("applicant");

        assertThat(wang.post(path + "/confirmations", "{\"agree\": true}").status())
                .isEqualTo(201);
        departments.answer(Departments.friendly());

        var payment = zhang.post(path + "/payments", "");
        assertThat(payment.status()).isEqualTo(201);
        assertThat(payment.json().path("_links").path("next").path("href").asText())
                .isEqualTo("https://pay.test/B1");
        assertThat(payment.json().path("amountFen").asLong()).isEqualTo(1_280_000);
        assertThat(payment.json().path("state").path("dueAt").asText())
                .startsWith("2099-12-31T23:59:59")
                .endsWith("+08:00");

        assertThat(departments.paid(1_280_000).status()).isEqualTo(204);
        departments.answer(Departments.friendly());
        assertThat(departments.registered("NEW" + path).status()).isEqualTo(204);
        assertThat(departments.registered("NEW" + path).status()).as("repeated").isEqualTo(204);

        var end = zhang.get(path).json();
        assertThat(end.path("state").path("code").asText()).isEqualTo("approved");
        assertThat(end.path("stage").asText()).isEqualTo("办结");
        assertThat(end.path("outcome").path("code").asText()).isEqualTo("approved");
        assertThat(end.path("licences").path(0).path("number").asText()).isEqualTo("NEW" + path);
        assertThat(wang.get(path).json().path("licences"))
                .as("the seller holds no new title")
                .isEmpty();
        var licence = "/v1/licences/" + end.path("licences").path(0).path("id").asText();
        assertThat(zhang.get(licence).json().path("status").asText()).isEqualTo("valid");
        assertThat(wang.get(licence).problem()).isEqualTo("404 licence-unknown");

        assertThat(zhang.post(path + "/withdrawal", "").problem()).isEqualTo("409 too-late");
        assertThat(zhang.post(path + "/payments", "").problem()).isEqualTo("409 nothing-to-pay");
        var window = TestHub.client("window");
        assertThat(window.put(path + "/delivery", "{\"by\": \"window\"}").status())
                .isEqualTo(200);
        assertThat(zhang.get(path).json().path("state").path("code").asText()).isEqualTo("closed");
    }

    @Test
    void tellsItsTimelineInBothLanguagesAndHoldsNobodysNumber() {
        var path = open(Application.complete(zhang).toString());
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        departments.answer(Map.of("title", new Unavailable("connect timed out", null)));

        var chinese = texts(zhang.get(path + "/timeline").json());
        var english = texts(zhang.in("en").get(path + "/timeline").json());

        assertThat(chinese).contains("已收到申请", "材料齐全，已受理");
        assertThat(chinese).anyMatch(line -> line.equals("不动产登记查询：不动产登记中心暂时无法办理，稍后自动重试，您无需操作。"));
        assertThat(english).contains("the application came in", "complete, accepted");
        assertThat(String.join(" ", chinese))
                .doesNotContainPattern("[0-9]{17}[0-9X]")
                .doesNotContain("王强", "–", "{");
        assertThat(String.join(" ", english)).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void takesConfirmationsOfThoseWhoAreAskedOnceEach() {
        var path = open(Application.complete(zhang).toString());
        departments(path).awaitState(CaseState.REVIEWING);
        var key = UUID.randomUUID().toString();

        assertThat(zhang.post(path + "/confirmations", "{\"agree\": true}").problem())
                .isEqualTo("403 not-asked");
        assertThat(wang.post(path + "/confirmations", "{\"agree\": \"yes\"}").problem())
                .isEqualTo("400 request-malformed /agree=wrong-type");
        assertThat(wang.post(path + "/confirmations", "{\"agree\": true}", key).status())
                .isEqualTo(201);
        var again = wang.post(path + "/confirmations", "{\"agree\": true}", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(wang.post(path + "/confirmations", "{\"agree\": false}", key).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(wang.post(path + "/confirmations", "{\"agree\": true}").problem())
                .isEqualTo("409 already-confirmed");
    }

    @Test
    void endsRefusedWithTheReasonInPlainWords() {
        var path = open(Application.complete(zhang).toString());
        var departments = departments(path).awaitState(CaseState.REVIEWING);

        departments.answer(Map.of("title", new Refused("title-unknown", "no such title")));

        var end = zhang.in("en").get(path).json();
        assertThat(end.path("state").path("code").asText()).isEqualTo("refused");
        assertThat(end.path("outcome").path("reason").asText()).isEqualTo("title-unknown");
        assertThat(end.path("outcome").path("text").asText())
                .isEqualTo("The registry knows no title with this number; check it.");
        assertThat(step(zhang, path, "assessment").path("attempts").asInt()).isZero();
    }

    @Test
    void asksOnceForWhatIsMissingAndGoesOnWhenItIsHandedIn() {
        var path = open(Application.transfer().toString());
        departments(path).awaitState(CaseState.SUPPLEMENT);
        var asked = zhang.get(path).json().path("supplements").path(0);
        assertThat(asked.path("items").path(0).path("code").asText()).isEqualTo("sale-contract");
        var at = asked.path("_links").path("handIn").path("href").asText();
        var materials = materials(Application.contract(zhang));

        assertThat(wang.post(at, materials).problem()).isEqualTo("403 not-allowed");
        assertThat(zhang.post(at, materials(Application.contract(wang))).problem())
                .isEqualTo("404 upload-unknown /materials/0/upload=upload-unknown");
        assertThat(zhang.post(path + "/supplements/s9", materials).problem()).isEqualTo("404 supplement-unknown");
        assertThat(zhang.post(at, "{\"materials\": []}").problem())
                .isEqualTo("422 request-invalid /materials=required");
        assertThat(zhang.post(at, materials).status()).isEqualTo(202);

        departments(path).awaitState(CaseState.REVIEWING);
        assertThat(zhang.post(at, materials).problem()).isEqualTo("409 supplement-closed");
    }

    @Test
    void takesCorrectionsThatADepartmentAsksFor() {
        var path = open(Application.complete(zhang).toString());
        var departments = departments(path).awaitState(CaseState.REVIEWING);
        wang.post(path + "/confirmations", "{\"agree\": true}");
        var replies = new HashMap<>(Departments.friendly());
        replies.put("assessment", Departments.answered(Map.of("totalFen", 0)));
        replies.put("transfer", new SupplementNeeded(List.of(new SupplementNeeded.Item("M1", "印章不清")), Map.of()));
        departments.answer(replies);

        var asked = zhang.get(path).json().path("supplements").path(0);

        assertThat(asked.path("step").asText()).isEqualTo("transfer");
        assertThat(asked.path("items").path(0).path("reason").asText()).isEqualTo("印章不清");
        assertThat(zhang.post(
                                asked.path("_links").path("handIn").path("href").asText(),
                                materials(Application.contract(zhang)))
                        .status())
                .isEqualTo(202);
        assertThat(departments.step("transfer").state()).isEqualTo(StepState.READY);
    }

    @Test
    void isWithdrawnByItsApplicantOnly() {
        var path = open(Application.complete(zhang).toString());
        departments(path).awaitState(CaseState.REVIEWING);

        assertThat(wang.post(path + "/withdrawal", "").problem()).isEqualTo("403 not-allowed");
        assertThat(zhang.post(path + "/withdrawal", "").status()).isEqualTo(202);
        assertThat(zhang.get(path).json().path("state").path("code").asText()).isEqualTo("withdrawn");
        assertThat(zhang.post(path + "/withdrawal", "").problem()).startsWith("409 ");
        assertThat(wang.post(path + "/confirmations", "{\"agree\": true}").problem())
                .startsWith("409 ");
    }

    @Test
    void listsOnesOwnCasesInPages() {
        var li = TestHub.citizen("li");
        var mine = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var request = Application.transfer();
            request.set("applicant", Application.person("李晓", "370102198611120027"));
            request.withArray("parties").removeAll();
            request.withArray("parties")
                    .add(Application.person("李晓", "370102198611120027")
                            .put("role", "seller")
                            .put("share", "1/1"))
                    .add(Application.person("张铭", "370102198503078212")
                            .put("role", "buyer")
                            .put("share", "1/1"));
            mine.addFirst(li.post("/v1/cases", request.toString())
                    .json()
                    .path("number")
                    .asText());
        }

        var first = li.get("/v1/cases?limit=2");
        var next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        var second = li.get(next);

        var seen = new ArrayList<String>();
        first.json().path("items").forEach(one -> seen.add(one.path("number").asText()));
        second.json().path("items").forEach(one -> seen.add(one.path("number").asText()));
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(seen).startsWith(mine.toArray(String[]::new));
        assertThat(li.get("/v1/cases?limit=0").problem()).isEqualTo("400 parameter-invalid");
        assertThat(li.get("/v1/cases?after=nonsense").problem()).isEqualTo("400 parameter-invalid");
        assertThat(li.get("/v1/cases?limit=many").problem()).isEqualTo("400 parameter-invalid");
    }

    @Test
    void answersAnInquiryPartlyWhereDepartmentsAreAway() {
        var question = "{\"form\": {\"titleNumber\": \"鲁(2016)济南市不动产权第0012345号\"}}";

        var reply = wang.post("/v1/inquiries/home-transfer-precheck", question);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("complete").asBoolean()).isFalse();
        var title = reply.json().path("answers").path("title");
        assertThat(title.path("department").asText()).isEqualTo("land-registry");
        assertThat(title.path("state").asText()).isIn("unavailable", "timed-out");
        assertThat(title.path("facts")).isEmpty();
        assertThat(title.has("ms")).isTrue();
    }

    private String open(String request) {
        var reply = zhang.post("/v1/cases", request);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        return reply.header("Location");
    }

    private static Departments departments(String path) {
        return new Departments(path.substring("/v1/cases/".length()));
    }

    private static JsonNode step(Api caller, String path, String id) {
        for (var step : caller.get(path).json().path("steps")) {
            if (step.path("id").asText().equals(id)) {
                return step;
            }
        }
        throw new AssertionError("no step " + id);
    }

    private static List<String> texts(JsonNode timeline) {
        var texts = new ArrayList<String>();
        timeline.path("items").forEach(line -> texts.add(line.path("text").asText()));
        return texts;
    }

    private static String materials(String upload) {
        return "{\"materials\": [{\"type\": \"sale-contract\", \"upload\": \"" + upload + "\"}]}";
    }
}
