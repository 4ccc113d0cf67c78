package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.licences.Holder;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceStore;

/** What a citizen handed in once is theirs, and is not asked for again (材料复用). */
class MaterialReuseTest {

    /** He holds a title and an identity card. */
    private static final String ZHOU = "370112199202297056";

    private final Api zhou = TestHub.citizen("zhou");
    private final String title =
            "鲁(2016)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号";

    @Test
    void saysBeforeAnApplicationWhatThereIsAndWhereFrom() {
        var list = zhou.post("/v1/checklists", transfer().toString()).json();

        assertThat(list.path("complete").asBoolean()).isFalse();
        assertThat(list.path("hash").asText()).hasSize(64);
        assertThat(standing(list, "sale-contract")).isEqualTo("missing");
        assertThat(standing(list, "resident-identity-card.1")).isEqualTo("satisfied-licence");
        assertThat(list.path("items")).hasSize(2);
    }

    @Test
    void usesWhatWasHandedInBeforeWhereItsHolderSaysItIsUnchanged() {
        var first = acceptedTransfer();
        var stored = offered();

        var second = zhou.post("/v1/cases", accounts(stored, "unchanged").toString());

        assertThat(second.status()).isEqualTo(202);
        var number = second.json().path("number").asText();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(own(stored).path("usedFor").findValuesAsText("caseNumber"))
                        .contains(number));
        assertThat(own(stored).path("firstCase").asText()).isEqualTo(first);
        assertThat(zhou.in("en").get("/v1/cases/" + number + "/timeline").raw().body())
                .contains("Contract of sale: used again");
    }

    @Test
    void usesNothingAgainWithoutTheWordOfItsHolderNorOfAnotherHome() {
        acceptedTransfer();
        var stored = offered();

        assertThat(zhou.post("/v1/cases", accounts(stored, null).toString()).problem())
                .isEqualTo("422 request-invalid /materials/0/declared=unchanged-required");
        assertThat(zhou.post("/v1/cases", accounts("mat_unknown", "unchanged").toString())
                        .problem())
                .isEqualTo("422 request-invalid /materials/0/stored=stored-unknown");
        assertThat(zhou.post("/v1/cases", accounts(stored, "commitment").toString())
                        .problem())
                .startsWith("422 request-invalid /materials/0/declared=");
        var otherHome = accounts(stored, "unchanged");
        otherHome.withObject("/form").put("formerTitleNumber", "鲁(2016)济南市不动产权第0000000号");
        var list = zhou.in("en").post("/v1/checklists", otherHome.toString()).json();
        assertThat(standing(list, "sale-contract")).isEqualTo("not-reusable");
        assertThat(item(list, "sale-contract").path("why").asText()).contains("titleNumber is different now");
    }

    @Test
    void keepsAPaperNoLongerThanItsOwnerSaysThatItIsGood() {
        var today = LocalDate.ofInstant(TestHub.clock().instant(), ZoneId.of("Asia/Shanghai"));
        var last = today.plusDays(60);

        assertThat(handsIn(today.minusDays(1).toString()).problem())
                .isEqualTo("422 request-invalid /materials/0/validTo=over-already");
        assertThat(handsIn("2926-11-30").problem()).isEqualTo("422 request-invalid /materials/0/validTo=out-of-bounds");
        assertThat(handsIn("2027-02-30").problem()).startsWith("400 request-malformed /materials/0");
        assertThat(handsIn(last.toString()).status()).isEqualTo(202);

        var stored = own(offered());
        assertThat(stored.path("validTo").asText()).isEqualTo(last.toString());
        assertThat(stored.path("keptUntil").asText()).isEqualTo(last.toString());
        var again = accounts(stored.path("id").asText(), "unchanged");
        ((ObjectNode) again.withArray("/materials").path(0))
                .put("validTo", last.plusDays(9).toString());
        assertThat(zhou.post("/v1/cases", again.toString()).problem())
                .as("nor is its day said otherwise later")
                .isEqualTo("422 request-invalid /materials/0/validTo=not-of-an-upload");
    }

    /** A retry after midnight, when the paper is over, or its upload is another's: the case was taken before. */
    @Test
    void aRetryIsAnsweredWithItsCaseThoughItWouldNotBeTakenAnyMore() {
        var key = UUID.randomUUID().toString();
        var request = transfer();
        var upload = Application.contract(zhou);
        request.withArray("materials").addObject().put("type", "sale-contract").put("upload", upload);
        var taken = zhou.post("/v1/cases", request.toString(), key);
        assertThat(taken.status()).isEqualTo(202);
        TestHub.asOwner("update upload set owner = 'another' where id = '" + upload + "'");

        var again = zhou.post("/v1/cases", request.toString(), key);

        assertThat(again.json().path("number"))
                .as(again.raw().body())
                .isEqualTo(taken.json().path("number"));
        assertThat(zhou.post("/v1/cases", request.toString()).problem())
                .as("not under another key")
                .isEqualTo("404 upload-unknown /materials/0/upload=upload-unknown");
        request.withObject("/form").put("signedOn", "2026-11-19");
        assertThat(zhou.post("/v1/cases", request.toString(), key).problem())
                .as("nor another request under this one")
                .isEqualTo("404 upload-unknown /materials/0/upload=upload-unknown");
    }

    /** Told that it is missing, he sends it with its last day. */
    @Test
    void takesTheLastDayWithASupplementToo() {
        var at = told() + "/supplements/s1";
        var contract = uploaded("sale-contract").replace("}", ", \"validTo\": \"%s\"}");

        assertThat(zhou.post(at, "{\"materials\": [" + contract.formatted("2020-01-01") + "]}")
                        .problem())
                .isEqualTo("422 request-invalid /materials/0/validTo=over-already");
        assertThat(zhou.post(at, "{\"materials\": [" + contract.formatted("2099-12-31") + "]}")
                        .status())
                .isEqualTo(202);
        assertThat(own(offered()).path("validTo").asText()).isEqualTo("2099-12-31");
    }

    /** He read the wrong line of it; the window reads the right one, and nobody uploads it again. */
    @Test
    void aWindowTellsTheRightDayOfWhatACaseBears() {
        var tomorrow = LocalDate.ofInstant(TestHub.clock().instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(1);
        var path = "/v1/cases/"
                + handsIn(tomorrow.toString()).json().path("number").asText();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));
        var window = TestHub.client("window");
        var upload = borne(window, path + "/materials").path("id").asText();

        var right = "{\"type\": \"sale-contract\", \"upload\": \"" + upload + "\", \"validTo\": \"2099-12-31\"}";

        assertThat(window.post(path + "/supplements/s1", "{\"materials\": [" + right + "]}")
                        .status())
                .isEqualTo(202);
        assertThat(own(offered()).path("validTo").asText()).isEqualTo("2099-12-31");
    }

    private Api.Reply handsIn(String validTo) {
        var request = transfer();
        request.withArray("materials")
                .addObject()
                .put("type", "sale-contract")
                .put("upload", Application.contract(zhou))
                .put("validTo", validTo);
        return zhou.post("/v1/cases", request.toString());
    }

    @Test
    void saysAtOnceThatAMatterWantsItAnewInsteadOfAskingAgain() {
        acceptedTransfer();
        var stored = offered();
        var request = Application.transfer();
        request.set("applicant", Application.person("周文", ZHOU));
        request.withArray("parties")
                .set(1, Application.person("周文", ZHOU).put("role", "buyer").put("share", "1/1"));
        var given = "{\"type\": \"sale-contract\", \"stored\": \"" + stored + "\", \"declared\": \"unchanged\"}";
        var path = "/v1/cases/"
                + zhou.post("/v1/cases", request.toString())
                        .json()
                        .path("number")
                        .asText();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));

        assertThat(zhou.post(path + "/supplements/s1", "{\"materials\": [" + given + "]}")
                        .problem())
                .isEqualTo("422 request-invalid /materials/0/stored=stored-unknown");
        request.withArray("materials")
                .addObject()
                .put("type", "sale-contract")
                .put("stored", stored)
                .put("declared", "unchanged");
        assertThat(zhou.post("/v1/cases", request.toString()).problem())
                .isEqualTo("422 request-invalid /materials/0/stored=stored-unknown");
    }

    @Test
    void isSeenAndUsedByNobodyElse() {
        acceptedTransfer();
        var stored = offered();
        var wang = TestHub.citizen("wang");

        assertThat(wang.get("/v1/me/materials").raw().body()).doesNotContain(stored);
        assertThat(wang.delete("/v1/me/materials/" + stored).problem()).isEqualTo("404 material-unknown");
        assertThat(wang.post("/v1/me/materials/" + stored + ":restrict", "").problem())
                .isEqualTo("404 material-unknown");
    }

    @Test
    void archivesAreEndedByTwoOperatorsAndOnlyWhereTheirTermIsOver() {
        var operator = TestHub.client("operator");
        var wish = "{\"matter\": \"%s\", \"endedBefore\": \"%s\"}";
        var longAgo = wish.formatted("utilities-transfer", "2010-01-01");

        assertThat(TestHub.client("window-system")
                        .post("/v1/admin/disposals", longAgo)
                        .problem())
                .isEqualTo("403 not-allowed");
        assertThat(operator.post("/v1/admin/disposals", wish.formatted("used-home-transfer", "2010-01-01"))
                        .problem())
                .isEqualTo("409 disposal-refused /matter=permanent");
        assertThat(operator.post("/v1/admin/disposals", wish.formatted("utilities-transfer", "2026-01-01"))
                        .problem())
                .isEqualTo("409 disposal-refused /endedBefore=too-early");
        var asked = operator.post("/v1/admin/disposals", longAgo);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("cases").asInt(-1)).isZero();
        var id = asked.json().path("id").asText();
        assertThat(operator.post("/v1/admin/disposals", longAgo).problem())
                .isEqualTo("409 disposal-refused =under-way");

        assertThat(operator.post("/v1/admin/disposals/" + id + ":confirm", "").problem())
                .as("not by oneself")
                .isEqualTo("409 disposal-refused =second-person");
        assertThat(operator.get("/v1/admin/disposals").json().path("items").valueStream())
                .anySatisfy(one -> assertThat(one.path("id").asText()).isEqualTo(id));
        assertThat(operator.delete("/v1/admin/disposals/" + id).status()).isEqualTo(204);
        assertThat(operator.delete("/v1/admin/disposals/" + id).problem()).isEqualTo("404 disposal-unknown");
    }

    @Test
    void isRestrictedFreedAndDeletedByItsHolder() {
        acceptedTransfer();
        var stored = offered();

        var restricted = zhou.post("/v1/me/materials/" + stored + ":restrict", "");
        assertThat(restricted.json().path("restricted").asBoolean()).isTrue();
        assertThat(zhou.post("/v1/cases", accounts(stored, "unchanged").toString())
                        .problem())
                .isEqualTo("422 request-invalid /materials/0/stored=stored-unknown");
        assertThat(zhou.post("/v1/me/materials/" + stored + ":free", "").status())
                .isEqualTo(200);
        assertThat(zhou.delete("/v1/me/materials/" + stored).status()).isEqualTo(204);
        assertThat(zhou.delete("/v1/me/materials/" + stored).problem()).isEqualTo("404 material-unknown");
    }

    @Test
    void aClerkWhoSawTheOriginalMakesItTrustedMore() {
        var first = acceptedTransfer();
        var stored = offered();
        var path = "/v1/materials/" + stored + ":original-seen?case=";

        assertThat(zhou.post(path + first, "").problem()).isEqualTo("403 not-allowed");
        assertThat(TestHub.client("window")
                        .post(path + "OW000000-00000000-0", "")
                        .problem())
                .isEqualTo("404 material-unknown");
        assertThat(TestHub.client("window").post(path + first, "").status()).isEqualTo(204);
        assertThat(own(stored).path("level").asText()).isEqualTo("B");
    }

    @Test
    void theWindowFindsWhatACaseBearsLooksAtItAndSaysThatItSawTheOriginal() {
        var number = acceptedTransfer();
        var stored = offered();
        var window = TestHub.client("window");
        var path = window.get("/v1/cases/" + number)
                .json()
                .at("/_links/materials/href")
                .asText();
        var contract = borne(window, path);

        assertThat(contract.path("from").asText()).isEqualTo("upload");
        assertThat(contract.path("level").asText()).isEqualTo("C");
        var content = window.get(contract.at("/_links/content/href").asText());
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(content.header("Content-Length"))
                .isEqualTo(contract.path("size").asText());
        assertThat(content.header("Content-Disposition")).startsWith("attachment;");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.raw().body()).startsWith("%PDF-");

        var seen = "/v1/materials/" + contract.path("id").asText() + ":original-seen?case=" + number;
        assertThat(window.post(seen, "").status()).isEqualTo(204);
        assertThat(borne(window, path).path("level").asText()).isEqualTo("B");
        assertThat(borne(window, path).has("originalSeenAt")).isTrue();
        assertThat(own(stored).path("level").asText()).isEqualTo("B");
    }

    /** The contract is the buyer's, who applied: the seller has their own paper, and departments get theirs in their messages. */
    @Test
    void whatACaseBearsIsSeenByThoseItIsOf() {
        var path = "/v1/cases/" + acceptedTransfer() + "/materials";
        var contract = borne(zhou, path);
        var content = contract.at("/_links/content/href").asText();

        assertThat(zhou.get(content).status()).isEqualTo(200);
        for (var other : new Api[] {TestHub.citizen("wang"), TestHub.department("tax"), TestHub.client("operator")}) {
            assertThat(other.get(path).raw().body()).doesNotContain("sale-contract");
            assertThat(other.get(content).problem()).isEqualTo("404 material-unknown");
        }
        assertThat(TestHub.citizen("li").get(path).problem()).isEqualTo("404 case-unknown");
        assertThat(TestHub.citizen("li").get(content).problem()).isEqualTo("404 case-unknown");
        assertThat(zhou.get(path + "/upl_unknown/content").problem()).isEqualTo("404 material-unknown");
    }

    @Test
    void showsItsHolderWhoLookedAtIt() {
        var number = acceptedTransfer();
        var content = borne(zhou, "/v1/cases/" + number + "/materials")
                .at("/_links/content/href")
                .asText();

        TestHub.client("window").get(content);
        TestHub.department("tax").get(content);
        zhou.get(content);

        var looks = zhou.get("/v1/me/materials/usage?limit=2");
        assertThat(looks.json().path("items"))
                .as("theirs and the window's; the tax office was shown nothing")
                .hasSize(2)
                .allSatisfy(look -> {
                    assertThat(look.path("how").asText()).isEqualTo("shown");
                    assertThat(look.path("type").asText()).isEqualTo("sale-contract");
                    assertThat(look.path("caseNumber").asText()).isEqualTo(number);
                    assertThat(content).contains(look.path("material").asText());
                });
        assertThat(looks.json().path("items").findValuesAsText("own")).containsExactly("true", "false");
        assertThat(looks.json().path("items").findValuesAsText("by")).containsExactly("portal", "window");
        assertThat(looks.header("Link")).contains("/v1/me/materials/usage?limit=2&before=", "rel=\"next\"");
        assertThat(TestHub.citizen("li")
                        .get("/v1/me/materials/usage?limit=200")
                        .raw()
                        .body())
                .doesNotContain(number);
        assertThat(zhou.get("/v1/me/materials/usage?limit=0").problem()).isEqualTo("400 parameter-invalid");
        assertThat(TestHub.client("window").get("/v1/me/materials/usage").problem())
                .isEqualTo("403 person-needed");
    }

    private static JsonNode borne(Api caller, String path) {
        return StreamSupport.stream(caller.get(path).json().path("items").spliterator(), false)
                .filter(one -> one.path("type").asText().equals("sale-contract"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsTheNoticeAsItWasTold() {
        var number = zhou.post("/v1/cases", transfer().toString())
                .json()
                .path("number")
                .asText();

        var notices = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> zhou.get("/v1/cases/" + number + "/one-time-notices")
                                .json()
                                .path("items"),
                        items -> items.size() == 1);

        assertThat(notices.get(0).path("wanted").toString()).contains("sale-contract");
        assertThat(notices.get(0).path("body").asText()).doesNotContain("370112", "周文");
        assertThat(TestHub.citizen("li")
                        .get("/v1/cases/" + number + "/one-time-notices")
                        .problem())
                .isEqualTo("404 case-unknown");
    }

    @Test
    void tellsACaseWhenWhatItLacksHasBeenIssuedAndLetsItsApplicantDecide() {
        var request = transfer();
        var stranger = "X" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        request.withArray("parties")
                .set(
                        0,
                        Application.person("Ann Lee", stranger)
                                .put("idType", "passport")
                                .put("role", "seller")
                                .put("share", "1/1"));
        request.withArray("materials")
                .addObject()
                .put("type", "sale-contract")
                .put("upload", Application.contract(zhou));
        var number =
                zhou.post("/v1/cases", request.toString()).json().path("number").asText();
        var path = "/v1/cases/" + number;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));
        var card = new LicenceDraft(
                Licence.IDENTITY_CARD,
                stranger,
                List.of(new Holder("Ann Lee", IdType.PASSPORT, stranger, null)),
                Map.of("name", "Ann Lee"),
                LocalDate.of(2020, 1, 1),
                null,
                null,
                LicenceDraft.Source.ISSUED,
                Instant.EPOCH);

        TestHub.bean(LicenceStore.class).licences().seed(List.of(card));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> zhou.get(path + "/timeline").raw().body().contains("material-arrived"));
        assertThat(state(path)).as("nothing is handed in for anybody").isEqualTo("supplement");
        var body = "{\"materials\": [{\"type\": \"resident-identity-card\"}]}";
        assertThat(zhou.post(path + "/supplements/s1", body).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("reviewing"));
    }

    /** A title that is not in force is its issuer's business: who was sent there is told when it is mended. */
    @Test
    void tellsACaseWhenItsSuspendedTitleIsResumed() {
        var window = TestHub.client("window");
        var stranger = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        tellsOfTitle(stranger, "issued", 3);
        tellsOfTitle(stranger, "suspended", 2);
        var request = accounts(null, null).put("channel", "window");
        var ann = Application.person("Ann Lee", stranger).put("idType", "passport");
        request.set("applicant", ann);
        request.withArray("parties").set(0, ann.deepCopy().put("role", "buyer"));
        var path = "/v1/cases/"
                + window.post("/v1/cases", request.toString())
                        .json()
                        .path("number")
                        .asText();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> window.get(path).json().path("state").path("code").asText(), "supplement"::equals);

        tellsOfTitle(stranger, "resumed", 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> window.get(path + "/timeline").raw().body().contains("material-arrived"));
    }

    private void tellsOfTitle(String passport, String kind, int hoursAgo) {
        var now = TestHub.clock().instant();
        var event = Api.JSON
                .createObjectNode()
                .put("kind", kind)
                .put("type", "real-estate-title")
                .put("number", title)
                .put("at", now.minus(Duration.ofHours(hoursAgo)).toString());
        if (kind.equals("issued")) {
            var licence = event.putObject("licence").put("issuedOn", "2026-11-20");
            licence.putArray("holders")
                    .add(Api.JSON
                            .createObjectNode()
                            .put("name", "Ann Lee")
                            .put("idType", "passport")
                            .put("idNumber", passport));
            licence.putObject("data").put("location", "泉城路9号");
        }
        assertThat(Callbacks.landRegistryTells(event.toString(), now).status()).isEqualTo(204);
    }

    @Test
    void fillsInWhatTheApplicantWroteBeforeOrHolds() {
        var filled = zhou.get("/v1/matters/utilities-transfer/prefill").json().path("form");
        assertThat(filled.path("titleNumber").asText()).as("a title of his").startsWith("鲁(");
        assertThat(TestHub.citizen("chen")
                        .get("/v1/matters/utilities-transfer/prefill")
                        .json()
                        .path("form"))
                .as("who has none")
                .isEmpty();
        assertThat(zhou.get("/v1/matters/used-home-transfer/prefill").json().path("form"))
                .isEmpty();
        assertThat(zhou.get("/v1/matters/nothing/prefill").problem()).isEqualTo("404 matter-unknown");
        assertThat(TestHub.client("window")
                        .get("/v1/matters/utilities-transfer/prefill")
                        .problem())
                .isEqualTo("403 person-needed");
    }

    /** A number that the hub knows is offered, and counted where it comes as it was; only counts are kept. */
    @Test
    void countsWhatWasNotTypedAgain() {
        var his = new LicenceDraft(
                "real-estate-title",
                title,
                List.of(new Holder("周文", IdType.RESIDENT_ID, ZHOU, null)),
                Map.of("location", "泉城路9号"),
                LocalDate.of(2026, 11, 25),
                null,
                null,
                LicenceDraft.Source.ISSUED,
                Instant.EPOCH);
        TestHub.bean(LicenceStore.class).licences().seed(List.of(his));
        var before = counted();
        var filled = zhou.get("/v1/matters/utilities-transfer/prefill").json().path("form");
        var request = accounts(null, null);
        request.withObject("/form").set("titleNumber", filled.path("titleNumber"));

        var taken = zhou.post("/v1/cases", request.toString());

        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(202);
        var path = "/v1/cases/" + taken.json().path("number").asText();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));
        var after = counted();
        assertThat(after.at("/fields/offered").asInt()
                        - before.at("/fields/offered").asInt())
                .isEqualTo(filled.size());
        assertThat(after.at("/fields/unchanged").asInt()
                        - before.at("/fields/unchanged").asInt())
                .isEqualTo(1);
        assertThat(after.at("/fields/filled").asInt())
                .isGreaterThanOrEqualTo(before.at("/fields/filled").asInt() + 5);
        assertThat(after.path("wanted").asInt()).as("the contract").isPositive();
        assertThat(after.path("zeroRetypingPercent").asInt())
                .isEqualTo(100
                        * (after.path("reused").asInt()
                                + after.at("/fields/unchanged").asInt())
                        / (after.path("requirements").asInt()
                                + after.path("askedLater").asInt()
                                + after.at("/fields/filled").asInt()));
    }

    private static JsonNode counted() {
        return TestHub.client("window")
                .get("/v1/statistics/materials")
                .json()
                .path("matters")
                .valueStream()
                .filter(one -> one.path("matter").asText().equals("utilities-transfer"))
                .findFirst()
                .orElseGet(() -> Api.JSON.createObjectNode());
    }

    @Test
    void aSupervisorHasMoreToldInOneMoreNoticeAndTheCaseGoesOnWithBoth() {
        var supervisor = TestHub.client("supervisor");
        var window = TestHub.client("window");
        long before = overrides();
        var path = told();
        var at = path + "/one-time-notices";
        var more = more("{\"type\": \"power-of-attorney\", \"party\": 1}");
        var key = UUID.randomUUID().toString();

        assertThat(zhou.post(at, more).problem()).isEqualTo("403 not-allowed");
        assertThat(window.post(at, more).problem()).isEqualTo("409 already-told =told-on");
        assertThat(supervisor.post(at, more, key).status()).isEqualTo(202);

        var notices = await().atMost(Duration.ofSeconds(20))
                .until(() -> zhou.get(at).json().path("items"), items -> items.size() == 2);
        assertThat(notices.get(1).path("wanted").toString())
                .contains("sale-contract", "power-of-attorney.2")
                .doesNotContain("resident-identity-card");
        assertThat(notices.get(1).path("override").path("reason").asText()).isEqualTo("由代理人签署");
        assertThat(notices.get(0).has("override")).isFalse();
        assertThat(notices.toString()).doesNotContain("supervisor");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));
        assertThat(zhou.get(path).json().path("supplements").findValuesAsText("code"))
                .endsWith("sale-contract", "power-of-attorney");
        assertThat(zhou.in("en").get(path + "/timeline").raw().body()).contains("supervisor's leave: 由代理人签署");
        assertThat(supervisor.post(at, more, key).header("Idempotency-Replayed"))
                .isEqualTo("true");

        assertThat(zhou.post(
                                path + "/supplements/s2",
                                "{\"materials\": [" + uploaded("sale-contract") + ", " + uploaded("power-of-attorney")
                                        + "]}")
                        .status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("reviewing"));
        assertThat(zhou.get(at).json().path("items")).hasSize(2);
        assertThat(supervisor.post(at, more).problem()).isEqualTo("409 materials-complete");
        assertThat(overrides()).isEqualTo(before + 1);
    }

    @Test
    void aSupervisorDemandsOnlyWhatThereIsAndWhatIsNotKnownOrAskedAnyway() {
        var supervisor = TestHub.client("supervisor");
        var at = told() + "/one-time-notices";

        assertThat(supervisor
                        .post(
                                at,
                                more(
                                        "{\"type\": \"sale-contract\"}",
                                        "{\"type\": \"sale-contract\", \"party\": 0}",
                                        "{\"type\": \"nothing\"}",
                                        "{\"type\": \"power-of-attorney\", \"party\": 2}",
                                        "{\"type\": \"resident-identity-card\"}",
                                        "{\"type\": \"resident-identity-card\", \"party\": 1}"))
                        .problem())
                .isEqualTo("422 request-invalid /items/0=already-asked /items/1/party=not-of-a-party"
                        + " /items/2/type=kind-unknown /items/3/party=party-unknown"
                        + " /items/4/party=required /items/5=known-otherwise");
        assertThat(supervisor
                        .post(at, "{\"items\": [], \"reason\": \"a\\u0007\"}")
                        .problem())
                .isEqualTo("422 request-invalid /items=out-of-bounds /reason=wrong-format");
        assertThat(supervisor
                        .post("/v1/cases/OW000000-00000000-0/one-time-notices", more("{\"type\": \"nothing\"}"))
                        .problem())
                .isEqualTo("404 case-unknown");
        assertThat(zhou.get(at).json().path("items")).hasSize(1);
    }

    private static String more(String... items) {
        return "{\"items\": [" + String.join(", ", items) + "], \"reason\": \"由代理人签署\"}";
    }

    private String uploaded(String type) {
        return "{\"type\": \"" + type + "\", \"upload\": \"" + Application.contract(zhou) + "\"}";
    }

    /** A case that lacks the contract; its path. */
    private String told() {
        var path = "/v1/cases/"
                + zhou.post("/v1/cases", transfer().toString())
                        .json()
                        .path("number")
                        .asText();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(state(path)).isEqualTo("supplement"));
        return path;
    }

    private static long overrides() {
        return StreamSupport.stream(
                        TestHub.client("supervisor")
                                .get("/v1/statistics/materials")
                                .json()
                                .path("matters")
                                .spliterator(),
                        false)
                .filter(one -> one.path("matter").asText().equals("used-home-transfer"))
                .mapToLong(one -> one.path("overrides").asLong())
                .sum();
    }

    private String state(String path) {
        return zhou.get(path).json().path("state").path("code").asText();
    }

    /** A case of this home, accepted with the contract; its number. */
    private String acceptedTransfer() {
        var request = transfer();
        request.withArray("materials")
                .addObject()
                .put("type", "sale-contract")
                .put("upload", Application.contract(zhou));
        return zhou.post("/v1/cases", request.toString()).json().path("number").asText();
    }

    /** He buys this home. */
    private ObjectNode transfer() {
        var request = Application.transfer(title);
        request.set("applicant", Application.person("周文", ZHOU));
        request.withArray("parties")
                .set(1, Application.person("周文", ZHOU).put("role", "buyer").put("share", "1/1"));
        return request;
    }

    /** The stored contract that the checklist of the accounts offers, once the case before was accepted. */
    private String offered() {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> item(
                                        zhou.post(
                                                        "/v1/checklists",
                                                        accounts(null, null).toString())
                                                .json(),
                                        "sale-contract")
                                .path("stored")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private JsonNode own(String id) {
        return StreamSupport.stream(
                        zhou.get("/v1/me/materials").json().path("materials").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode accounts(@Nullable String stored, @Nullable String declared) {
        var request =
                Api.JSON.createObjectNode().put("matter", "utilities-transfer").put("channel", "portal");
        request.set("applicant", Application.person("周文", ZHOU));
        request.putArray("parties").add(Application.person("周文", ZHOU).put("role", "buyer"));
        request.putObject("form")
                .put("titleNumber", "鲁(2016)济南市不动产权第" + title.hashCode() + "号")
                .put("formerTitleNumber", title)
                .put("waterAccount", "SW0102034455")
                .put("gasAccount", "8802034455")
                .put("heatingAccount", "RL-102-010101");
        var materials = request.putArray("materials");
        if (stored != null) {
            var material = materials.addObject().put("type", "sale-contract").put("stored", stored);
            if (declared != null) {
                material.put("declared", declared);
            }
        }
        return request;
    }

    private static String standing(JsonNode list, String key) {
        return item(list, key).path("state").path("code").asText();
    }

    private static JsonNode item(JsonNode list, String key) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(one -> one.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + list));
    }
}
