package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;
import org.onewindow.licences.LicenceStore;

/** Using licences over HTTP: who may, who may not, and what the holder sees of it. */
class LicenceUseTest {

    private static final String CARD = "resident-identity-card";
    private static final String TITLE = "real-estate-title";
    private static final String ZHANG_ID = "370102198503078212";
    private static final String ZHAO_HOLDS = holder("赵敏", "370102198808256016");
    private static final String LI_HOLDS = holder("李晓", "370102198611120027");
    private static final String SUN_HOLDS = holder("孙建国", "370103197506183028");

    private final Api zhang = TestHub.citizen("zhang");
    private final Api li = TestHub.citizen("li");
    private final Api zhao = TestHub.citizen("zhao");
    private final Api window = TestHub.client("window");
    private final Api anybody = new Api("en", "");

    @Test
    void opensWithTheHoldersCodeAndShowsThemTheUse() {
        var number = openCase();
        var code = authorised(zhang, grant(number, "holder-live", "window", "\"modes\": [\"fields\", \"predicate\"]"))
                .path("code")
                .asText();

        var shown = window.post("/v1/licences:open", open(code, "[\"name\"]"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("licence").path("data").toString()).isEqualTo("{\"name\":\"张铭\"}");
        assertThat(shown.json().path("licence").path("holders")).isEmpty();
        assertThat(shown.raw().body()).doesNotContain("\"idNumber\"");
        var use = StreamSupport.stream(
                        zhang.get("/v1/me/usage?limit=20").json().path("items").spliterator(), false)
                .filter(one -> one.path("by").asText().equals("window"))
                .findFirst()
                .orElseThrow();
        assertThat(use.path("caseNumber").asText()).isEqualTo(number);
        assertThat(use.path("basis").asText()).isEqualTo("holder-live");
        var allowed = zhang.get("/v1/me/authorisations?limit=1");
        assertThat(allowed.header("Link")).contains("/v1/me/authorisations?limit=1&before=auth_", "rel=\"next\"");
        var own = zhang.get("/v1/me/authorisations?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one ->
                        one.path("id").asText().equals(use.path("authorisation").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("usesLeft").asInt()).isEqualTo(2);
        assertThat(own.at("/_links/revoke/href").asText())
                .isEqualTo("/v1/authorisations/" + use.path("authorisation").asText() + ":revoke");
        assertThat(own.toString()).doesNotContain(code);
        assertThat(window.get("/v1/me/authorisations").problem()).isEqualTo("403 person-needed");
        assertThat(zhang.get("/v1/me/usage?limit=1").header("Link")).contains("rel=\"next\"");
        assertThat(zhang.get("/v1/me/usage?limit=0").problem()).isEqualTo("400 parameter-invalid");
        assertThat(window.get("/v1/me/usage").problem()).isEqualTo("403 person-needed");
    }

    /** 刘洋 and 赵敏 each hold half: his code opens what is his. */
    @Test
    void masksAHolderWhoDidNotAllowTheUse() {
        var liu = TestHub.citizen("liu");
        var number = boughtBy("刘洋", "370102199001011039");
        var wished = grant(number, "holder-live", "window", "\"modes\": [\"document\", \"fields\"]")
                .replace(CARD, TITLE);
        var code = authorised(liu, wished).path("code").asText();

        var shown = window.post("/v1/licences:open", "{\"code\": \"%s\", \"type\": \"%s\"}".formatted(code, TITLE));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.raw().body())
                .contains("刘洋", "370102199001011039", "*敏", "**************6016")
                .doesNotContain("赵敏", "370102198808256016");
        assertThat(TestHub.citizen("zhao").get("/v1/me/usage?limit=20").json().path("items"))
                .as("both see it")
                .anySatisfy(use -> assertThat(use.path("caseNumber").asText()).isEqualTo(number));
    }

    @Test
    void givesASealedCopyForTheUseWhichAnybodyCanVerify() throws Exception {
        var number = openCase();
        var code = authorised(
                        zhang, grant(number, "holder-live", "window", "\"modes\": [\"document\"], \"maxUses\": 2"))
                .path("code")
                .asText();

        var copy = document("/v1/licences:open", "application/json", "application/ofd", whole(code));

        assertThat(copy.statusCode()).isEqualTo(200);
        var found = verified(copy.body());
        assertThat(found.path("holds").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.path("checks").findValuesAsText("result")).containsOnly("passed");
        assertThat(page(copy.body()))
                .contains("此件由公安局提供,仅供办理政务服务事项时使用,有效期至")
                .contains("仅供政务服务大厅办理")
                .contains("(" + number + ")使用")
                .contains("张铭");
        assertThat(state(printed(copy.body()))).isEqualTo("valid");
        copy.body()[insideOfItsFirstFile(copy.body())] ^= 1;
        assertThat(verified(copy.body()).path("holds").asBoolean()).isFalse();
        assertThat(document("/v1/licences:open", "application/json", "application/pdf", whole(code))
                        .body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(zhang.get("/v1/me/usage?limit=1")
                        .json()
                        .path("items")
                        .path(0)
                        .path("mode")
                        .asText())
                .isEqualTo("document");
    }

    /** What the code on a document says, as its custom data repeat it. */
    private static String printed(byte[] ofd) throws IOException {
        var code = Pattern.compile("http://hub\\.test/verify#[0-9a-z_.]+").matcher(entry(ofd, "OFD.xml"));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** The text of its first page, line after line. */
    private static String page(byte[] ofd) throws IOException {
        return entry(ofd, "Doc_0/Pages/Page_0/Content.xml").replaceAll("<[^>]+>", "");
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    /** What holders have of their licences: the same signed file at every look, and each look written down. */
    @Test
    void givesHoldersTheSignedOriginalOfTheirLicence() throws Exception {
        var card = ownLicence(zhang, CARD);
        var at = "/v1/me/licences/" + card + "/document";

        var original = document(zhang, at, "application/ofd");

        assertThat(original.statusCode()).isEqualTo(200);
        var found = verified(original.body());
        assertThat(found.path("holds").asBoolean()).as(found.toString()).isTrue();
        assertThat(document(zhang, at, "application/ofd").body())
                .as("made once")
                .isEqualTo(original.body());
        assertThat(document(zhang, at, "application/pdf").body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(zhang.get("/v1/me/usage?limit=3").json().path("items"))
                .allSatisfy(use -> {
                    assertThat(use.path("licence").asText()).isEqualTo(card);
                    assertThat(use.path("purpose").asText()).isEqualTo("own-view");
                    assertThat(use.path("mode").asText()).isEqualTo("document");
                })
                .hasSize(3);
        assertThat(li.get(at).problem()).as("not theirs").isEqualTo("404 licence-unknown");
        assertThat(window.get(at).problem()).isEqualTo("403 person-needed");
    }

    /** Copies of it are never believed; its holder has the original all the same, until it is in force no more. */
    @Test
    void givesTheOriginalOfWhatIsOnlineOnlyWhileItIsInForce() throws Exception {
        var number = "鲁(2026)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号";
        tells(issuedTo(number, "李晓", "370102198611120027"));
        var at = "/v1/me/licences/" + licenceOf(li, number) + "/document";

        assertThat(verified(document(li, at, "application/ofd").body())
                        .path("holds")
                        .asBoolean())
                .isTrue();
        tells(event("revoked", number, Instant.parse("2026-11-21T02:00:00Z")));

        assertThat(li.get(at).problem()).isEqualTo("409 use-refused =not-in-force");
    }

    /** A title changes after its issue: no copy of it is to be believed, so none is made. */
    @Test
    void makesNoCopyOfWhatIsOnlineOnly() throws Exception {
        var wished = grant(openCase(), "holder-live", "window", "\"modes\": [\"document\"]")
                .replace(CARD, TITLE);
        var code = authorised(TestHub.citizen("wang"), wished).path("code").asText();

        var copy = document(
                "/v1/licences:open",
                "application/json",
                "application/ofd, application/problem+json",
                new String(whole(code), StandardCharsets.UTF_8)
                        .replace(CARD, TITLE)
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(copy.statusCode()).isEqualTo(409);
        assertThat(new String(copy.body(), StandardCharsets.UTF_8)).contains("online-only");
    }

    /** Beyond the name in its local header: a byte of the header itself, such as its time, may change and says nothing. */
    private static int insideOfItsFirstFile(byte[] zip) {
        int name = (zip[26] & 0xff) | (zip[27] & 0xff) << 8;
        int more = (zip[28] & 0xff) | (zip[29] & 0xff) << 8;
        return 30 + name + more + 8;
    }

    private static byte[] whole(String code) {
        return "{\"code\": \"%s\", \"type\": \"%s\"}".formatted(code, CARD).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode verified(byte[] ofd) throws Exception {
        var answer = document("/v1/licences:verify", "application/ofd", "application/json", ofd);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Api.JSON.readTree(answer.body());
    }

    private static HttpResponse<byte[]> document(Api holder, String path, String accept) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    holder.request(path).header("Accept", accept).GET().build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String ownLicence(Api holder, String type) {
        return licence(holder, "type", type);
    }

    private static String licenceOf(Api holder, String number) {
        return licence(holder, "number", number);
    }

    private static String licence(Api holder, String field, String value) {
        return holder.get("/v1/licences")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private HttpResponse<byte[]> document(String path, String type, String accept, byte[] body) throws Exception {
        return document(window, path, type, accept, body);
    }

    private static HttpResponse<byte[]> document(Api who, String path, String type, String accept, byte[] body)
            throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    who.request(path)
                            .header("Content-Type", type)
                            .header("Accept", accept)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void asksAQuestionInsteadOfShowingTheLicence() {
        var code = authorised(zhang, grant(openCase(), "holder-live", "window", "\"maxUses\": 2"))
                .path("code")
                .asText();

        var valid = window.post(
                "/v1/checks",
                "{\"code\": \"%s\", \"type\": \"%s\", \"predicate\": {\"kind\": \"valid\"}}".formatted(code, CARD));

        assertThat(valid.json().path("answer").asText()).isEqualTo("true");
        assertThat(valid.json().path("receipt").asText()).startsWith("use-");
        assertThat(window.post(
                                "/v1/checks",
                                "{\"code\": \"%s\", \"type\": \"%s\", \"predicate\": {\"kind\": \"equals\"}}"
                                        .formatted(code, CARD))
                        .problem())
                .isEqualTo("422 request-invalid /predicate/field=required");
    }

    @Test
    void tellsAStrangersCodeAndNoCodeApartInNothing() {
        var code = authorised(zhang, grant(openCase(), "holder-live", "window", "\"maxUses\": 1"))
                .path("code")
                .asText();

        assertThat(TestHub.department("tax")
                        .post("/v1/licences:open", open(code, "[]"))
                        .problem())
                .isEqualTo("404 authorisation-unknown");
        assertThat(window.post("/v1/licences:open", open("use_nothing", "[]")).problem())
                .isEqualTo("404 authorisation-unknown");
        assertThat(window.post("/v1/licences:open", "{\"code\": \"%s\", \"type\": \"%s\"}".formatted(code, CARD))
                        .problem())
                .as("the document was not allowed")
                .isEqualTo("409 use-refused =out-of-scope");
        assertThat(window.post("/v1/licences:open", open(code, "[\"name\"]")).status())
                .isEqualTo(200);
        assertThat(window.post("/v1/licences:open", open(code, "[\"name\"]")).problem())
                .isEqualTo("409 use-refused =used-up");
    }

    /** Invariant I3, over HTTP: a typed identity number alone opens nothing. */
    @Test
    void opensNothingByATypedIdentityNumberAlone() {
        var number = openCase();
        var typed = "\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"" + ZHANG_ID + "\"}";

        assertThat(window.post("/v1/licences:sense", "{\"types\": [\"%s\"], %s}".formatted(CARD, typed))
                        .problem())
                .isEqualTo("404 case-unknown");
        assertThat(li.post("/v1/licences:sense", "{\"types\": [\"%s\"], %s}".formatted(CARD, typed))
                        .problem())
                .isEqualTo("404 case-unknown");
        assertThat(li.post("/v1/authorisations", grant(number, "holder-live", "portal", typed))
                        .problem())
                .isEqualTo("403 authorisation-refused =not-the-holder");
        assertThat(TestHub.citizen("wang")
                        .post(
                                "/v1/licences:sense",
                                "{\"types\": [\"%s\"], %s, \"caseNumber\": \"%s\"}".formatted(CARD, typed, number))
                        .problem())
                .as("the other party of the case")
                .isEqualTo("404 case-unknown");
        var sensed = window.post(
                "/v1/licences:sense",
                "{\"types\": [\"%s\"], %s, \"caseNumber\": \"%s\"}".formatted(CARD, typed, number));
        assertThat(sensed.json().path("items").path(0).path("state").asText()).isEqualTo("valid");
        assertThat(sensed.raw().body()).doesNotContain("张铭", ZHANG_ID, "lic_");
    }

    /** Who does not work on the case, and what its matter does not ask for, are told as little as about no case. */
    @Test
    void sensesForACaseByWhoWorksOnItAndWhatItAsksForOnly() {
        var number = openCase();
        var look = "{\"types\": [\"%s\"], \"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"" + ZHANG_ID
                + "\"}, \"caseNumber\": \"" + number + "\"}";
        for (var one : List.of(
                TestHub.client("integrator"), TestHub.client("operator"), TestHub.department("water-utility"))) {
            assertThat(one.post("/v1/licences:sense", look.formatted(CARD)).problem())
                    .isEqualTo("404 case-unknown");
        }
        assertThat(window.post("/v1/licences:sense", look.formatted("household-register"))
                        .problem())
                .isEqualTo("404 case-unknown");
        assertThat(TestHub.department("tax")
                        .post("/v1/licences:sense", look.formatted(CARD))
                        .json()
                        .path("items"))
                .hasSize(1);
        var lawful = "\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"" + ZHANG_ID
                + "\"}, \"legalGround\": \"供水条例第八条\"";
        assertThat(TestHub.department("water-utility")
                        .post("/v1/authorisations", grant(number, "statutory", "department", lawful))
                        .problem())
                .as("nor authorised by law for a case of others")
                .isEqualTo("404 case-unknown");
    }

    /** Consent to one sensitive thing is not consent to two (单独同意). */
    @Test
    void wantsAConsentOfItsOwnForEachSensitiveType() {
        var both = grant(openCase(), "holder-live", "window", "\"maxUses\": 2")
                .replace("\"" + CARD + "\"", "\"" + CARD + "\", \"household-register\"");

        assertThat(zhang.post("/v1/authorisations", both).problem())
                .isEqualTo("422 request-invalid /types=separate-consent");
        assertThat(zhang.post("/v1/authorisations", both.replace("\", \"household", " household"))
                        .problem())
                .as("two in one word")
                .isEqualTo("422 request-invalid /types=unknown-type");
    }

    @Test
    void letsADepartmentLookByLawAtWhatTheMatterAsksForOnly() throws Exception {
        var number = openCase();
        var tax = TestHub.department("tax");
        var about = "\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"" + ZHANG_ID + "\"}";

        assertThat(tax.post("/v1/authorisations", grant(number, "statutory", "department", about))
                        .problem())
                .isEqualTo("403 authorisation-refused =no-ground");
        var lawful = about + ", \"legalGround\": \"契税法第九条\"";
        assertThat(tax.post(
                                "/v1/authorisations",
                                grant(number, "statutory", "department", lawful).replace(CARD, "household-register"))
                        .problem())
                .isEqualTo("403 authorisation-refused =out-of-scope");
        assertThat(window.post("/v1/authorisations", grant(number, "statutory", "department", lawful))
                        .problem())
                .isEqualTo("403 not-allowed");
        var code = authorised(tax, grant(number, "statutory", "department", lawful))
                .path("code")
                .asText();
        assertThat(tax.post("/v1/licences:open", open(code, "[\"name\"]")).status())
                .isEqualTo(200);
        var copied = authorised(tax, grant(number, "statutory", "department", lawful + ", \"modes\": [\"document\"]"))
                .path("code")
                .asText();
        assertThat(page(document(tax, "/v1/licences:open", "application/json", "application/ofd", whole(copied))
                        .body()))
                .contains("仅供税务局办理");
        assertThat(TestHub.department("land-registry")
                        .post("/v1/licences:open", open(code, "[\"name\"]"))
                        .problem())
                .isEqualTo("404 authorisation-unknown");
    }

    @Test
    void endsAnAuthorisationAtItsHoldersWord() {
        var granted = authorised(zhang, grant(openCase(), "holder-live", "window", "\"maxUses\": 9"));
        var at = "/v1/authorisations/" + granted.path("id").asText();
        assertThat(li.post(at + ":revoke", "").problem()).isEqualTo("404 authorisation-unknown");

        assertThat(zhang.post(at + ":revoke", "").status()).isEqualTo(204);

        assertThat(window.post("/v1/licences:open", open(granted.path("code").asText(), "[]"))
                        .problem())
                .isEqualTo("409 use-refused =revoked");
    }

    @Test
    void appliesForAnotherWithTheirMandateOnly() {
        var application = Application.complete(li).toString();
        assertThat(li.post("/v1/cases", application).problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
        var until = TestHub.clock().instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        var mandate =
                """
                {"agent": {"idType": "resident-id", "idNumber": "370102198611120027"}, "matters": ["used-home-transfer"], "until": "%s"}"""
                        .formatted(until);

        var given = zhang.post("/v1/mandates", mandate);

        assertThat(given.status()).isEqualTo(201);
        var taken = li.post("/v1/cases", application);
        assertThat(taken.status()).isEqualTo(202);
        var path = taken.header("Location");
        assertThat(zhang.get("/v1/me/mandates").json().path("items"))
                .anySatisfy(one -> assertThat(one.at("/_links/revoke/href").asText())
                        .isEqualTo("/v1/mandates/" + given.json().path("id").asText() + ":revoke"));
        assertThat(li.get(path).status()).isEqualTo(200);
        assertThat(zhang.get(path).status()).isEqualTo(200);
        assertThat(zhang.post("/v1/mandates/" + given.json().path("id").asText() + ":revoke", "")
                        .status())
                .isEqualTo(204);
        assertThat(li.get(path).problem()).isEqualTo("404 case-unknown");
        assertThat(li.post("/v1/cases", Application.complete(li).toString()).problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
    }

    @Test
    void showsALicenceOnAScreenForOneScan() {
        var licence = zhang.get("/v1/licences")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        var qr = zhang.post("/v1/qr", "{\"licence\": \"%s\"}".formatted(licence))
                .json()
                .path("qr")
                .asText();

        var scanned = window.post("/v1/qr:scan", "{\"qr\": \"%s\"}".formatted(qr));

        assertThat(scanned.json().path("state").asText()).isEqualTo("valid");
        assertThat(scanned.json().path("holder").asText()).isEqualTo("*铭");
        assertThat(scanned.raw().body()).doesNotContain(ZHANG_ID);
        assertThat(window.post("/v1/qr:scan", "{\"qr\": \"%s\"}".formatted(qr)).problem())
                .isEqualTo("409 use-refused =used-up");
        assertThat(window.post("/v1/qr:scan", "{\"qr\": \"%s.use_guessed\"}".formatted(CARD))
                        .problem())
                .isEqualTo("404 authorisation-unknown");
        assertThat(li.post("/v1/qr", "{\"licence\": \"%s\"}".formatted(licence)).problem())
                .isEqualTo("404 licence-unknown");
    }

    @Test
    void verifiesAPrintForEverybodyAndTellsNothingOfOneThatIsMadeUp() {
        var store = TestHub.bean(LicenceStore.class);
        var actor = new org.onewindow.licences.Actor("test", "test", null, idOf(store));
        var licence = store.own().one(actor, ownLicence(zhang, CARD)).orElseThrow();
        var today = LocalDate.ofInstant(TestHub.clock().instant(), ZoneId.of("Asia/Shanghai"));
        var code = store.prints().of(licence, null);

        assertThat(state(code)).isEqualTo("valid");
        assertThat(code).doesNotContain(licence.number());
        assertThat(state(store.prints().of(licence, today))).isEqualTo("valid");
        assertThat(state(store.prints().of(licence, today.minusDays(1))))
                .as("a copy that is over")
                .isEqualTo("expired");
        for (var madeUp : List.of(
                code.replaceFirst("[0-9a-f]$", code.endsWith("0") ? "1" : "0"),
                code.replace(".1.", ".2."),
                code.replace(".1.", ".1.20991231."),
                code.replace(licence.id(), "lic_" + "0".repeat(26)),
                "",
                "https://elsewhere.test/verify")) {
            assertThat(state(madeUp)).as(madeUp).isEqualTo("unknown");
        }
        assertThat(window.post("/v1/qr:verify", "{\"qr\": \"%s\"}".formatted(code))
                        .json()
                        .path("state")
                        .asText())
                .as("staff as well")
                .isEqualTo("valid");
    }

    @Test
    void letsOneAddressAskForPrintsSixtyTimesAtOnceAndThenMoreSlowly() {
        var answers = new ArrayList<Api.Reply>();
        do {
            answers.add(Api.send(anybody.request("/v1/qr:verify")
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "198.51.100.4, 203.0.113.9")
                    .POST(BodyPublishers.ofString("{\"qr\": \"lic_0.1.0\"}"))));
        } while (answers.getLast().status() == 200 && answers.size() < 1_000);

        assertThat(answers).hasSizeGreaterThan(60);
        assertThat(answers.getLast().problem()).isEqualTo("429 too-many-requests");
        assertThat(state("lic_0.1.0")).as("another address").isEqualTo("unknown");
    }

    @Test
    void opensAPageForWhoeverScansACode() {
        assertThat(anybody.in("zh-CN").get("/verify").raw().body()).contains("证照核验", "/verify.js");
        assertThat(anybody.get("/verify").raw().body()).contains("This licence was revoked.");
        assertThat(anybody.get("/verify.js").raw().body()).contains("/v1/qr:verify");
    }

    @Test
    void takesWhatAnIssuerTells() {
        var number = titleNumber();
        var issued = issued(number);

        assertThat(tells(issued).status()).isEqualTo(204);
        assertThat(tells(issued).status()).as("told again").isEqualTo(204);
        assertThat(status(number)).isEqualTo("valid");
        assertThat(tells(issued.replace("location", "loction")).problem())
                .isEqualTo("422 request-invalid /licence/data/loction=unknown-field");
        assertThat(tells(event("revoked", number, Instant.parse("2026-11-21T02:00:00Z")))
                        .status())
                .isEqualTo(204);
        assertThat(status(number)).isEqualTo("revoked");
        assertThat(tells(event("resumed", number, Instant.parse("2026-11-22T02:00:00Z")))
                        .problem())
                .isEqualTo("409 licence-state");
        assertThat(tells(event("revoked", "no such", Instant.parse("2026-11-21T02:00:00Z")))
                        .problem())
                .isEqualTo("404 licence-unknown");
        assertThat(tells(event("revoked", number, Instant.parse("2026-11-21T02:00:00Z"))
                                .replace("real-estate-title", CARD))
                        .problem())
                .as("not theirs")
                .isEqualTo("404 licence-unknown");
        assertThat(Api.send(new Api("en", "")
                                .request("/v1/issuers/land-registry/events")
                                .POST(BodyPublishers.ofString(issued)))
                        .problem())
                .isEqualTo("401 not-authenticated");
    }

    /** What is kept must be found again by its holders, and never stand above all that its issuer tells later. */
    @Test
    void keepsNothingThatAnIssuerTellsOfNobodyOrFromTheFuture() {
        var number = titleNumber();
        var issued = issued(number);

        assertThat(tells(issued.replaceFirst("\"holders\": \\[[^]]*]", "\"holders\": []"))
                        .problem())
                .isEqualTo("422 request-invalid /licence/holders=required");
        assertThat(tells(issued.replace("370102198611120027", "11010519491231002x"))
                        .problem())
                .isEqualTo("422 request-invalid /licence/holders/0/idNumber=id-number-invalid");
        assertThat(tells(issued.replace("2026-11-20T", "2099-11-20T")).problem())
                .isEqualTo("422 request-invalid /at=in-the-future");
        assertThat(tells(event("revoked", number, Instant.parse("2099-01-01T00:00:00Z")))
                        .problem())
                .isEqualTo("422 request-invalid /at=in-the-future");
        assertThat(tells(issued.replace("2026-11-20T", "-1000000000-11-20T")).problem())
                .isEqualTo("422 request-invalid /at=out-of-bounds");
        assertThat(tells(issued.replaceFirst("(\"issuedOn\": \")[0-9-]+", "$1-9999999-01-01"))
                        .problem())
                .isEqualTo("422 request-invalid /licence/issuedOn=out-of-bounds");
        assertThat(tells(event("revoked", number, Instant.parse("2026-11-21T02:00:00Z"))
                                .replaceFirst("\\{", "{\"effectiveOn\": \"+99999999-01-01\", "))
                        .problem())
                .isEqualTo("422 request-invalid /effectiveOn=out-of-bounds");
        assertThat(status(number)).isEqualTo("none");
    }

    /** Told by its issuer, not pulled: who is left out sees and shows nothing of what the licence is since. */
    @Test
    void whomARenewalNamesNoMoreHoldsItNoMore() {
        var number = "鲁(2026)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号";
        tells(heldBy("issued", number, "2026-11-20T02:00:00Z", LI_HOLDS, ZHAO_HOLDS));
        var held = ofNumber(zhao, number).path("id").asText();
        var shown = shown(held);
        assertThat(scans(shown(held)).json().path("state").asText()).isEqualTo("valid");

        assertThat(tells(heldBy("renewed", number, "2026-11-21T02:00:00Z", LI_HOLDS, SUN_HOLDS))
                        .status())
                .isEqualTo(204);

        assertThat(ofNumber(zhao, number).path("status").asText()).isEqualTo("superseded");
        assertThat(ofNumber(zhao, number).path("version").asInt()).isEqualTo(1);
        assertThat(scans(shown).problem()).isEqualTo("404 authorisation-unknown");
        var suns = ofNumber(TestHub.citizen("sun"), number);
        assertThat(suns.path("status").asText()).isEqualTo("valid");
        assertThat(suns.path("version").asInt()).isEqualTo(2);
        assertThat(tells(heldBy("renewed", number, "2026-11-20T12:00:00Z", ZHAO_HOLDS))
                        .status())
                .as("an older word")
                .isEqualTo(204);
        assertThat(ofNumber(zhao, number).path("version").asInt()).isEqualTo(1);
    }

    private String shown(String licence) {
        return zhao.post("/v1/qr", "{\"licence\": \"%s\"}".formatted(licence))
                .json()
                .path("qr")
                .asText();
    }

    private Api.Reply scans(String qr) {
        return window.post("/v1/qr:scan", "{\"qr\": \"%s\"}".formatted(qr));
    }

    private static JsonNode ofNumber(Api holder, String number) {
        return holder.get("/v1/licences")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static String holder(String name, String idNumber) {
        return "{\"name\": \"%s\", \"idType\": \"resident-id\", \"idNumber\": \"%s\"}".formatted(name, idNumber);
    }

    private static String heldBy(String kind, String number, String at, String... holders) {
        var content = "{\"issuedOn\": \"2026-11-20\", \"holders\": [%s], \"data\": {\"location\": \"泉城路9号\"}}"
                .formatted(String.join(", ", holders));
        return event(kind, number, Instant.parse(at)).replace("}", ", \"licence\": " + content + "}");
    }

    @Test
    void bringsAnObjectionToTheIssuer() {
        var registry = TestHub.department("land-registry");
        var licence = ownLicence(li, "real-estate-title");
        var body = "{\"licence\": \"%s\", \"text\": \"面积应为98.5平方米\"}".formatted(licence);
        assertThat(zhang.post("/v1/me/objections", body).problem()).isEqualTo("404 licence-unknown");
        var key = UUID.randomUUID().toString();

        var id = li.post("/v1/me/objections", body, key).json().path("id").asText();

        var again = li.post("/v1/me/objections", body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(li.post("/v1/me/objections", body.replace("98.5", "99.5"), key)
                        .problem())
                .isEqualTo("422 idempotency-key-reused");

        assertThat(registry.get("/v1/objections").json().path("items")).anySatisfy(one -> {
            assertThat(one.path("id").asText()).isEqualTo(id);
            assertThat(one.path("text").asText()).isEqualTo("面积应为98.5平方米");
        });
        assertThat(TestHub.department("tax").get("/v1/objections").json().path("items"))
                .isEmpty();
        var settle = "/v1/objections/" + id + ":settle";
        assertThat(registry.post(settle, "{\"answer\": \" \"}").problem())
                .isEqualTo("422 request-invalid /answer=out-of-bounds");
        var answer = "{\"answer\": \"已更正为98.5平方米\"}";
        assertThat(TestHub.department("tax").post(settle, answer).problem()).isEqualTo("404 objection-unknown");
        assertThat(registry.post(settle, answer).status()).isEqualTo(204);
        assertThat(registry.post(settle, answer).problem()).isEqualTo("404 objection-unknown");
        var own = li.get("/v1/me/objections?limit=1");
        assertThat(own.header("Link")).contains("before=" + id);
        assertThat(own.json().at("/items/0/answer").asText()).isEqualTo("已更正为98.5平方米");
        assertThat(own.json().at("/items/0/settledAt").asText()).isNotEmpty();
        assertThat(zhang.get("/v1/me/objections").json().path("items")).isEmpty();
    }

    /** No department of the hub's issues business licences: an operator brings the objection to who does. */
    @Test
    void bringsAnObjectionToAnOperatorWhereItsIssuerIsNotConnected() {
        var number = "B" + UUID.randomUUID();
        TestHub.bean(LicenceStore.class)
                .licences()
                .seed(List.of(new org.onewindow.licences.LicenceDraft(
                        "business-licence",
                        number,
                        List.of(new org.onewindow.licences.Holder(
                                "李晓", org.onewindow.canonical.IdType.RESIDENT_ID, "370102198611120027", null)),
                        java.util.Map.of(),
                        java.time.LocalDate.of(2026, 11, 20),
                        null,
                        null,
                        org.onewindow.licences.LicenceDraft.Source.CONVERTED,
                        Instant.parse("2026-11-20T02:00:00Z"))));
        var licence = li.get("/v1/licences")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        var body = "{\"licence\": \"%s\", \"text\": \"经营范围有误\"}".formatted(licence);

        var id = li.post("/v1/me/objections", body).json().path("id").asText();

        var operator = TestHub.client("operator");
        assertThat(operator.get("/v1/objections").json().path("items"))
                .anySatisfy(one -> assertThat(one.path("id").asText()).isEqualTo(id))
                .noneSatisfy(one -> assertThat(one.path("type").asText()).isEqualTo("real-estate-title"));
        assertThat(operator.post("/v1/objections/" + id + ":settle", "{\"answer\": \"已转市场监管局\"}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void showsAnEmergencyUntilASecondPersonConfirmsIt() {
        var tax = TestHub.department("tax");
        var operator = TestHub.client("operator");
        var about = "\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"" + ZHANG_ID
                + "\"}, \"legalGround\": \"突发事件应对法第四十九条\"";

        var id = authorised(tax, grant(openCase(), "emergency", "department", about))
                .path("id")
                .asText();

        assertThat(unconfirmed(operator)).contains(id);
        assertThat(unconfirmed(tax)).contains(id);
        assertThat(unconfirmed(TestHub.department("land-registry"))).doesNotContain(id);
        assertThat(window.get("/v1/admin/emergencies").problem()).isEqualTo("403 not-allowed");
        assertThat(operator.post("/v1/authorisations/" + id + ":confirm", "").status())
                .isEqualTo(204);
        assertThat(unconfirmed(operator)).doesNotContain(id);
    }

    private static List<String> unconfirmed(Api who) {
        return who.get("/v1/admin/emergencies")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asText())
                .toList();
    }

    /** 陈静 has no case; 张铭 has. A database that outlived a run knows that she was forgotten: it is done again. */
    @Test
    void forgetsWhomTwoPeopleWantForgottenAndNobodyWithAnOpenCase() {
        openCase();
        var chen = TestHub.citizen("chen");
        var operator = TestHub.client("operator");
        var about = "{\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"%s\"}, \"reason\": \"unlawful\"}";

        var refused = operator.post("/v1/admin/erasures", about.formatted(ZHANG_ID));

        assertThat(refused.problem()).isEqualTo("409 erasure-refused =open-cases");
        assertThat(refused.raw().body()).containsPattern("尚有[0-9]+件未办结").doesNotContain(ZHANG_ID, "JN-");
        assertThat(window.post("/v1/admin/erasures", about.formatted(ZHANG_ID)).problem())
                .isEqualTo("403 not-allowed");
        var id = chen.post("/v1/me/erasures", "{\"reason\": \"requested\"}")
                .json()
                .path("id")
                .asText();
        assertThat(operator.get("/v1/admin/erasures").json().path("items")).anySatisfy(one -> {
            assertThat(one.path("id").asText()).isEqualTo(id);
            assertThat(one.path("byHolder").asBoolean()).isTrue();
        });
        var confirmed = "{\"holder\": {\"idType\": \"resident-id\", \"idNumber\": \"%s\"}}";
        assertThat(operator.post("/v1/admin/erasures/" + id + ":confirm", confirmed.formatted(ZHANG_ID))
                        .problem())
                .as("looked into somebody else")
                .isEqualTo("404 erasure-unknown");
        assertThat(operator.post("/v1/admin/erasures/" + id + ":confirm", confirmed.formatted("370102198105205044"))
                        .status())
                .isEqualTo(204);
        assertThat(chen.get("/v1/licences").json().path("items")).isEmpty();
        var own = operator.post("/v1/admin/erasures", about.formatted("370102199001019999"));
        assertThat(operator.post(
                                "/v1/admin/erasures/" + own.json().path("id").asText() + ":confirm",
                                confirmed.formatted("370102199001019999"))
                        .problem())
                .as("not by oneself")
                .isEqualTo("409 erasure-refused =second-person");
    }

    @Test
    void countsWhatWasKeptUsedAndNotAskedAgain() {
        var before = counted("own-view");
        var number = openCase();
        new Departments(number).awaitState(CaseState.REVIEWING);
        zhang.get("/v1/licences");

        assertThat(counted("own-view")).isGreaterThan(before);
        var licences = window.get("/v1/statistics/licences").json();
        assertThat(licences.path("kept"))
                .anySatisfy(one -> assertThat(one.path("source").asText()).isEqualTo("converted"));
        assertThat(licences.path("asOf").asText()).isNotEmpty();
        var materials = window.get("/v1/statistics/materials")
                .json()
                .path("matters")
                .valueStream()
                .filter(one -> one.path("matter").asText().equals("used-home-transfer"))
                .findFirst()
                .orElseThrow();
        assertThat(materials.path("reused").asInt())
                .isGreaterThan(materials.path("asked").asInt());
        assertThat(zhang.get("/v1/statistics/licences").problem()).isEqualTo("403 not-allowed");
        assertThat(window.get("/v1/statistics/licences?from=2026-13-01").problem())
                .isEqualTo("400 parameter-invalid");
        assertThat(TestHub.client("operator").get("/v1/admin/bad-identifiers").status())
                .isEqualTo(200);
    }

    private long counted(String matter) {
        return window.get("/v1/statistics/licences")
                .json()
                .path("used")
                .valueStream()
                .filter(one -> one.path("matter").asText().equals(matter))
                .mapToLong(one -> one.path("uses").asLong())
                .sum();
    }

    private static org.onewindow.licences.keys.HolderId idOf(LicenceStore store) {
        return org.onewindow.licences.keys.HolderId.of(
                store.hash(), org.onewindow.canonical.IdType.RESIDENT_ID, ZHANG_ID);
    }

    private String state(String code) {
        return anybody.post("/v1/qr:verify", "{\"qr\": \"%s\"}".formatted(code))
                .json()
                .path("state")
                .asText();
    }

    private String status(String number) {
        return li.get("/v1/licences")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("number").asText().equals(number))
                .map(one -> one.path("status").asText())
                .findFirst()
                .orElse("none");
    }

    private static String event(String kind, String number, Instant at) {
        return "{\"kind\": \"%s\", \"type\": \"real-estate-title\", \"number\": \"%s\", \"at\": \"%s\"}"
                .formatted(kind, number, at);
    }

    private static String titleNumber() {
        return "鲁(2026)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号";
    }

    private static String issued(String number) {
        return issuedTo(number, "李晓", "370102198611120027");
    }

    private static String issuedTo(String number, String name, String idNumber) {
        return event("issued", number, Instant.parse("2026-11-20T02:00:00Z"))
                .replace(
                        "}",
                        """
                        , "licence": {"issuedOn": "2026-11-20", "holders": [{"name": "%s", "idType": "resident-id", "idNumber": "%s"}], \
                        "data": {"location": "泉城路9号"}}}"""
                                .formatted(name, idNumber));
    }

    private static Api.Reply tells(String event) {
        return Callbacks.landRegistryTells(event, TestHub.clock().instant());
    }

    private String openCase() {
        return zhang.post("/v1/cases", Application.complete(zhang).toString())
                .json()
                .path("number")
                .asText();
    }

    /** An open case that the window brings for whoever buys. */
    private String boughtBy(String name, String idNumber) {
        var request = Application.complete(window);
        request.set("applicant", Application.person(name, idNumber).put("phone", "13800138000"));
        request.withArray("parties")
                .set(1, Application.person(name, idNumber).put("role", "buyer").put("share", "1/1"));
        return window.post("/v1/cases", request.toString())
                .json()
                .path("number")
                .asText();
    }

    private static JsonNode authorised(Api who, String grant) {
        var granted = who.post("/v1/authorisations", grant);
        assertThat(granted.status()).as(granted.raw().body()).isEqualTo(201);
        return granted.json();
    }

    private static String grant(String number, String basis, String audience, String more) {
        return "{\"basis\": \"%s\", \"caseNumber\": \"%s\", \"types\": [\"%s\"], \"audience\": \"%s\", %s}"
                .formatted(basis, number, CARD, audience, more);
    }

    private static String open(String code, String fields) {
        return "{\"code\": \"%s\", \"type\": \"%s\", \"fields\": %s}".formatted(code, CARD, fields);
    }
}
