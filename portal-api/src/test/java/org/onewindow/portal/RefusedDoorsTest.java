package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.portal.problem.StoreDoor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Invariant I2 at the doors of the stores: whoever is refused is written down before they are told, whatever it was that refused them. */
class RefusedDoorsTest {

    private static final String CARD = "resident-identity-card";
    private static final String NO_CASE = "OW000000-00000000-0";
    private final Api zhang = TestHub.citizen("zhang");
    private final Api wu = TestHub.citizen("wu");
    private final Api tax = TestHub.department("tax");
    private final Api water = TestHub.department("water-utility");
    private final Api window = TestHub.client("window");
    private final Api operator = TestHub.client("operator");
    private final Api anybody = new Api("en", "");

    /** What stands in the audit of one call. */
    private record Row(String action, String outcome, String client) {}

    @Test
    void writesDownWhatAnAuthorisationIsRefusedFor() {
        var number = openCase();
        var tried = new LinkedHashMap<String, Supplier<Api.Reply>>();
        tried.put("case-unknown", () -> authorise(tax, "statutory", NO_CASE, quoted(CARD), ""));
        tried.put("case-unknown ", () -> authorise(tax, "statutory", "no number", quoted(CARD), ""));
        tried.put("case-unknown  ", () -> authorise(water, "statutory", number, quoted(CARD), ""));
        tried.put("out-of-scope", () -> authorise(tax, "statutory", number, quoted("household-register"), ""));
        tried.put("unknown-type", () -> authorise(zhang, "holder-live", number, quoted("no-type"), ""));
        tried.put("out-of-bounds", () -> authorise(zhang, "holder-live", number, quoted(CARD), ", \"maxUses\": 0"));
        tried.put("not-allowed", () -> authorise(zhang, "statutory", number, quoted(CARD), ""));
        tried.put("person-needed", () -> authorise(TestHub.client("portal"), "holder-live", number, quoted(CARD), ""));

        tried.forEach((reason, call) -> assertThat(rowsOf(call))
                .as(reason)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.action()).isEqualTo("authorise");
                    assertThat(row.outcome()).isEqualTo(reason.strip());
                }));
    }

    @Test
    void saysAboutWhomAndForWhichCase() {
        var number = openCase();
        var about = ", \"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"370102198503078212\"}";
        var before = last();

        authorise(water, "statutory", number, quoted(CARD) + "," + quoted("no-type"), about);

        var row = TestHub.sql()
                .sql(
                        "select holder, case_number, type, department from audit.event where seq > ? and action = 'authorise'")
                .param(before)
                .query()
                .singleRow();
        var store = TestHub.bean(LicenceStore.class);
        assertThat((byte[]) row.get("holder"))
                .isEqualTo(HolderId.of(store.hash(), IdType.RESIDENT_ID, "370102198503078212")
                        .bytes());
        assertThat(row.get("case_number")).isEqualTo(number);
        assertThat(row.get("type"))
                .as("what is no type is nobody's word to keep")
                .isEqualTo(CARD);
        assertThat(row.get("department")).isEqualTo("water-utility");
    }

    @Test
    void writesDownARefusalAtEachDoor() {
        var tried = new LinkedHashMap<String, Supplier<Api.Reply>>();
        tried.put("use", () -> window.post("/v1/licences:open", "{\"kode\": 1}"));
        tried.put(
                "use-document",
                () -> Api.send(window.request("/v1/licences:open")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/ofd")
                        .POST(BodyPublishers.ofString("{}"))));
        tried.put("use-predicate", () -> window.post("/v1/checks", "[]"));
        tried.put("sense", () -> window.post("/v1/licences:sense", "{}"));
        tried.put("own-view", () -> window.get("/v1/licences"));
        tried.put(
                "own-document",
                () -> Api.send(window.request("/v1/me/licences/lic_0/document").header("Accept", "application/pdf")));
        tried.put("present", () -> window.post("/v1/qr", "{\"licence\": \"lic_0\"}"));
        tried.put("use-qr", () -> operator.post("/v1/qr:scan", "{\"qr\": \"a.b\"}"));
        tried.put("take-along", () -> window.post("/v1/qr:take-along", "{\"licence\": \"lic_0\"}"));
        tried.put("ask-issuer", () -> wu.post("/v1/me/licences:pull", "{\"type\": \"no-type\"}"));
        tried.put(
                "verify-document",
                () -> Api.send(window.request("/v1/licences:verify")
                        .header("Content-Type", "application/ofd")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(16 << 20) + 1])))));
        tried.put("verify-print", () -> anybody.post("/v1/qr:verify", "{}"));
        tried.put("give-mandate", () -> window.post("/v1/mandates", "{}"));
        tried.put("revoke-mandate", () -> window.post("/v1/mandates/mdt_0:revoke", ""));
        tried.put("revoke-authorisation", () -> wu.post("/v1/authorisations/auth_0:revoke", ""));
        tried.put("confirm-emergency", () -> window.post("/v1/authorisations/auth_0:confirm", ""));
        tried.put("object", () -> wu.post("/v1/me/objections", "{\"licence\": \"lic_0\", \"text\": \" \"}"));
        tried.put("read-objections", () -> window.get("/v1/objections"));
        tried.put("settle-objection", () -> tax.post("/v1/objections/obj_0:settle", "{\"answer\": \"put right\"}"));
        tried.put("ask-erasure", () -> window.post("/v1/admin/erasures", "{}"));
        tried.put("withdraw-erasure", () -> wu.delete("/v1/me/erasures"));
        tried.put("confirm-erasure", () -> window.post("/v1/admin/erasures/ers_0:confirm", "{}"));
        tried.put("own-space", () -> window.get("/v1/me/materials"));
        tried.put("say-keeps", () -> window.put("/v1/me/materials/consent", "{\"keeps\": true}"));
        tried.put("restricted-material", () -> wu.post("/v1/me/materials/mat_0:restrict", ""));
        tried.put("kept-material", () -> wu.post("/v1/me/materials/mat_0:free", ""));
        tried.put("deleted-material", () -> wu.delete("/v1/me/materials/mat_0"));
        tried.put("saw-original", () -> window.post("/v1/materials/mat_0:original-seen?case=" + NO_CASE, ""));
        tried.put("show-material", () -> wu.get("/v1/cases/" + openCase() + "/materials/upl_0/content"));
        tried.put("checklist", () -> window.post("/v1/checklists", "{}"));
        tried.put("prefill", () -> window.get("/v1/matters/utilities-transfer/prefill"));

        tried.put(
                "import",
                () -> Api.send(window.request("/v1/admin/licences:import?asOf=2026-11-20")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString("{}"))));
        tried.put("authorise", () -> authorise(tax, "statutory", NO_CASE, quoted(CARD), ""));
        tried.forEach((action, call) -> assertThat(rowsOf(call))
                .as(action)
                .filteredOn(row -> row.action().equals(action))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isNotEqualTo("ok")));
        assertThat(tried).as("every door").containsOnlyKeys(doors());
    }

    private static List<String> doors() {
        return TestHub.bean(RequestMappingHandlerMapping.class).getHandlerMethods().values().stream()
                .flatMap(method -> Stream.ofNullable(method.getMethodAnnotation(StoreDoor.class)))
                .map(StoreDoor::value)
                .distinct()
                .toList();
    }

    /** What the store refuses it writes down itself: once. */
    @Test
    void writesNothingDownTwice() {
        var unknown = "{\"code\": \"" + "x".repeat(22) + "\", \"type\": \"" + CARD + "\", \"fields\": [\"name\"]}";
        assertThat(rowsOf(() -> window.post("/v1/licences:open", unknown)))
                .containsExactly(new Row("use-fields", "unknown", "window"));
        assertThat(rowsOf(() -> wu.get("/v1/licences/lic_0")))
                .extracting(Row::outcome)
                .containsExactly("none");
        assertThat(rowsOf(() -> wu.post("/v1/mandates/mdt_0:revoke", "")))
                .extracting(Row::outcome)
                .containsExactly("unknown");
        var aboutZhang = Api.JSON.createObjectNode().put("matter", "utilities-transfer");
        aboutZhang.set("applicant", Application.person("张铭", "370102198503078212"));
        assertThat(rowsOf(() -> wu.post("/v1/checklists", aboutZhang.toString())))
                .containsExactly(new Row("look-for", "no-mandate", "portal"));
        assertThat(rowsOf(() -> window.post("/v1/checklists", aboutZhang.toString())))
                .containsExactly(new Row("look-for", "no-purpose", "window"));
    }

    private static Api.Reply authorise(Api who, String basis, String number, String types, String more) {
        return who.post(
                "/v1/authorisations",
                "{\"basis\": \"%s\", \"caseNumber\": \"%s\", \"types\": [%s], \"audience\": \"tax\", \"legalGround\": \"law\"%s}"
                        .formatted(basis, number, types, more));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Of whoever calls, but not of the hub, which works beside them. */
    private static List<Row> rowsOf(Supplier<Api.Reply> call) {
        long before = last();
        var reply = call.get();
        assertThat(reply.status()).as(reply.raw().body()).isBetween(400, 499);
        return new ArrayList<>(TestHub.sql()
                .sql(
                        "select action, outcome, client from audit.event where seq > ? and client <> 'hub' and outcome <> 'ok' order by seq")
                .param(before)
                .query(Row.class)
                .list());
    }

    private static long last() {
        return TestHub.sql()
                .sql("select coalesce(max(seq), 0) from audit.event")
                .query(Long.class)
                .single();
    }

    private String openCase() {
        JsonNode opened =
                zhang.post("/v1/cases", Application.complete(zhang).toString()).json();
        return opened.path("number").asText();
    }
}
