package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.LandCaller.DIGEST;
import static org.onewindow.simulators.LandCaller.HOME;
import static org.onewindow.simulators.LandCaller.SEIZED;
import static org.onewindow.simulators.LandCaller.SUN;
import static org.onewindow.simulators.LandCaller.WANG;
import static org.onewindow.simulators.LandCaller.ZHANG;
import static org.onewindow.simulators.LandCaller.ZHENG;
import static org.onewindow.simulators.LandCaller.material;
import static org.onewindow.simulators.LandCaller.transfer;
import static org.onewindow.simulators.Trial.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.simulators.wire.Hmac;

class LandRegistryTest {

    private final Trial trial = new Trial();
    private final Inbox inbox = new Inbox();
    private final LandCaller land = new LandCaller(trial).login();

    @AfterEach
    void close() {
        trial.close();
        inbox.close();
    }

    @Test
    void registersATransferAndCallsBackEachState() {
        var taken = land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()));
        await().until(() -> inbox.field("state").contains("in-review"));
        trial.clock.advance(Duration.ofHours(9));
        await().until(() -> inbox.field("state").contains("registered"));
        land.login();

        var receipt = json(taken).path("receiptNumber").asText();
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(json(taken).path("promisedBy").asText()).isEqualTo("2026-11-27");
        assertThat(inbox.field("sequence")).containsExactly("1", "2");
        assertThat(inbox.field("receiptNumber")).containsOnly(receipt);
        var outcome = json(land.get("transfers/" + receipt));
        var certificate = outcome.path("certificate").path("number").asText();
        assertThat(certificate).matches("鲁\\(2026\\)济南市不动产权第\\d{7}号");
        assertThat(outcome.path("certificate")
                        .path("holders")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("张铭");
        assertThat(state(land.title(HOME, "370102197909143315"))).isEqualTo("historic");
        assertThat(state(land.title(certificate, "370102198503078212"))).isEqualTo("current");
        assertThat(trial.effects("land-registry")).containsExactly("transfer-taken", "transfer-registered");
    }

    @Test
    void signsCallbacksOverTimeAndBody() {
        land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()));
        await().until(() -> !inbox.letters().isEmpty());

        var letter = inbox.letters().getFirst();
        var time = String.valueOf(letter.headers().get("X-Timestamp"));
        assertThat(letter.headers())
                .containsEntry(
                        "X-Signature", "sha256=" + Hmac.sha256("trial-land-callback", time + "." + letter.body()));
        assertThat(Long.parseLong(time))
                .isBetween(
                        trial.clock.instant().getEpochSecond() - 20,
                        trial.clock.instant().getEpochSecond());
    }

    @Test
    void repeatsACallbackAfterOneFiveAndThirtyMinutes() {
        inbox.status = 503;
        land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()));

        awaitTries(1);
        trial.clock.advance(Duration.ofMinutes(1));
        awaitTries(2);
        trial.clock.advance(Duration.ofMinutes(4));
        assertThat(inbox.letters()).hasSize(2);
        trial.clock.advance(Duration.ofMinutes(1));
        awaitTries(3);
        inbox.status = 204;
        trial.clock.advance(Duration.ofMinutes(30));
        awaitTries(4);
        await().until(() -> json(trial.get("/sim/deliveries")).isEmpty());
    }

    @Test
    void sendsUndeliveredCallbacksAtOnceWhenToldTo() {
        inbox.status = 500;
        land.post("transfers", transfer(HOME, WANG, land.clearance(HOME), inbox.url()));
        awaitTries(1);
        inbox.status = 200;

        trial.post("/sim/land-registry/callbacks/retry", "");

        await().until(() -> inbox.letters().size() == 2);
    }

    @Test
    void asksForCorrectionsAndRegistersAfterThem() {
        var home = "鲁(2017)济南市不动产权第0067890号";
        var receipt = json(land.post("transfers", transfer(home, ZHENG, land.clearance(home), inbox.url())))
                .path("receiptNumber")
                .asText();
        trial.clock.advance(Duration.ofHours(9));
        await().until(() -> inbox.field("state").contains("correction-needed"));
        land.login();

        var missing = json(land.get("transfers/" + receipt)).path("missing").get(0);
        var wrong = land.post(
                "transfers/" + receipt + "/corrections",
                "{\"materials\":[%s]}".formatted(material("SALE_CONTRACT", "0".repeat(64))));
        var sent = land.post(
                "transfers/" + receipt + "/corrections",
                "{\"materials\":[%s]}".formatted(material("SALE_CONTRACT", DIGEST)));
        var tooEarly = land.post(
                "transfers/" + receipt + "/corrections",
                "{\"materials\":[%s]}".formatted(material("IDENTITY", DIGEST)));
        trial.clock.advance(Duration.ofHours(9));
        await().until(() -> inbox.field("state").contains("registered"));

        assertThat(missing.path("code").asText()).isEqualTo("SALE_CONTRACT");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(type(tooEarly)).isEqualTo("/problems/not-possible-now");
        assertThat(inbox.field("sequence")).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(trial.effects("land-registry"))
                .containsExactly("transfer-taken", "transfer-corrected", "transfer-registered");
    }

    @Test
    void rejectsWhenItsReviewersDo() {
        var receipt = receiptOf(HOME, WANG);

        var decided = trial.post(
                "/sim/land-registry/transfers/" + receipt + "/outcome", "{\"state\":\"rejected\",\"reason\":\"no\"}");
        var again = trial.post("/sim/land-registry/transfers/" + receipt + "/outcome", "{\"state\":\"registered\"}");

        assertThat(json(decided).path("reason").asText()).isEqualTo("no");
        assertThat(again.statusCode()).isEqualTo(409);
        await().until(() -> inbox.field("state").contains("rejected"));
    }

    @Test
    void withdrawsUntilRegistered() {
        var receipt = receiptOf(HOME, WANG);
        var key = UUID.randomUUID().toString();

        var first = land.post("transfers/" + receipt + "/withdrawal", key, "");
        var second = land.post("transfers/" + receipt + "/withdrawal", key, "");
        var other = land.post("transfers/" + receipt + "/withdrawal", "");

        assertThat(json(first).path("state").asText()).isEqualTo("withdrawn");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(type(other)).isEqualTo("/problems/not-possible-now");
        assertThat(state(land.title(HOME, "370102197909143315"))).isEqualTo("current");
        assertThat(trial.effects("land-registry")).containsExactly("transfer-taken", "transfer-withdrawn");
    }

    @Test
    void givesTheSameReceiptUnderTheSameKeyAndRefusesAnotherBody() {
        var body = transfer(HOME, WANG, land.clearance(HOME), inbox.url());
        var key = UUID.randomUUID().toString();

        var first = land.post("transfers", key, body);
        var second =
                land.post("transfers", key, body.replace("128000000", "1.28E8").replace(",", " ,\n"));
        var other = land.post("transfers", key, body.replace("128000000", "128000001"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(type(other)).isEqualTo("/problems/key-reused");
        assertThat(trial.effects("land-registry")).containsExactly("transfer-taken");
    }

    @Test
    void locksATitleInReviewAndRefusesASecondTransfer() {
        var clearance = land.clearance(HOME);
        land.post("transfers", transfer(HOME, WANG, clearance, inbox.url()));

        var second = land.post("transfers", transfer(HOME, WANG, clearance, inbox.url()));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(type(second)).isEqualTo("/problems/title-in-review");
        assertThat(state(land.title(HOME, "370102197909143315"))).isEqualTo("locked");
        assertThat(json(land.get("transfers?caseNumber=OW-1"))).hasSize(1);
    }

    @Test
    void showsASeizedTitleAsLockedAndRefusesItsTransfer() {
        var title = json(land.title(SEIZED, "370103197506183028"));
        var refused = land.post("transfers", transfer(SEIZED, SUN, land.clearance(SEIZED), inbox.url()));

        assertThat(title.path("state").asText()).isEqualTo("locked");
        assertThat(title.path("encumbrances").get(0).path("kind").asText()).isEqualTo("seizure");
        assertThat(title.path("encumbrances").get(0).path("since").asText()).isEqualTo("20260211");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(trial.effects("land-registry")).isEmpty();
    }

    @Test
    void refusesWrongSellersSharesClearancesAndNumbers() {
        var right = transfer(HOME, WANG, land.clearance(HOME), inbox.url());
        var half = WANG.replace("}", ",\"share\":\"1/2\"}");

        assertThat(errorField(right.replace(WANG, SUN))).isEqualTo("sellers");
        assertThat(errorField(right.replace(WANG, half))).isEqualTo("sellers");
        assertThat(errorField(right.replace(ZHANG, half + "," + ZHANG))).isEqualTo("buyers");
        assertThat(errorField(right.replaceFirst("WS\\d+", "WS1"))).isEqualTo("taxClearanceNumber");
        assertThat(errorField(right.replace("3078212", "3078213"))).isEqualTo("buyers[0].idNumber");
        assertThat(errorField(right.replace("http://", "ftp://"))).isEqualTo("callbackUrl");
        assertThat(errorField(right.replace("\"priceFen\":128000000,", ""))).isEqualTo("priceFen");
        assertThat(errorField(right.replace("[],\"callback", "[" + material("PHOTO", DIGEST) + "],\"callback")))
                .isEqualTo("materials[0].code");
        assertThat(trial.effects("land-registry")).isEmpty();
    }

    @Test
    void showsATitleToItsHoldersOnly() {
        assertThat(land.title(HOME, "370102198503078212").statusCode()).isEqualTo(403);
        assertThat(land.title(HOME + "x", "370102197909143315").statusCode()).isEqualTo(404);
        assertThat(land.get("titles/" + Trial.encoded(HOME)).statusCode()).isEqualTo(400);
        assertThat(json(land.title(HOME, "370102197909143315"))
                        .path("firstRegistered")
                        .asText())
                .isEqualTo("20160318");
    }

    @Test
    void countsHomesOfThePersonsNamed() {
        var zheng = land.post("home-counts", "{\"persons\":[%s]}".formatted(ZHENG));
        var buyer = land.post("home-counts", "{\"persons\":[%s]}".formatted(ZHANG));
        var nobody = land.post("home-counts", "{\"persons\":[]}");

        assertThat(json(zheng).path("count").asInt()).isEqualTo(2);
        assertThat(json(buyer).path("count").asInt(-1)).isZero();
        assertThat(nobody.statusCode()).isEqualTo(422);
    }

    @Test
    void gives429AboveSixTokensAMinute() {
        IntStream.range(0, 5).forEach(_ -> land.login());

        var seventh = land.askToken(TrialCredentials.LAND_SECRET);
        trial.clock.advance(Duration.ofMinutes(1));
        var later = land.askToken(TrialCredentials.LAND_SECRET);

        assertThat(seventh.statusCode()).isEqualTo(429);
        assertThat(seventh.headers().firstValue("Retry-After")).isPresent();
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void knowsATokenForTenMinutes() {
        trial.clock.advance(Duration.ofMinutes(9));
        var young = land.title(HOME, "370102197909143315");
        trial.clock.advance(Duration.ofMinutes(1));
        var old = land.title(HOME, "370102197909143315");

        assertThat(young.statusCode()).isEqualTo(200);
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(land.askToken("guess").statusCode()).isEqualTo(401);
    }

    @Test
    void gives429AboveFiftyRequestsASecond() {
        var answers = IntStream.range(0, 400)
                .parallel()
                .mapToObj(_ -> land.get("transfers?caseNumber=none"))
                .filter(answer -> answer.statusCode() == 429)
                .toList();

        assertThat(answers).isNotEmpty();
        assertThat(answers.getFirst().headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void refusesWhatIsNoRequestOfTheInterface() {
        var headers = Map.of("Content-Type", "text/plain");

        assertThat(trial.send("POST", "/land-registry/v2/transfers", headers, "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(land.post("transfers", "no-uuid", "{}").statusCode()).isEqualTo(400);
        assertThat(land.post("transfers", "{\"a\":1,\"a\":2}").statusCode()).isEqualTo(400);
        assertThat(land.post("transfers", "{}").statusCode()).isEqualTo(422);
        assertThat(land.post("transfers", "x".repeat(21 << 20)).statusCode()).isEqualTo(413);
        assertThat(land.get("transfers/DJ1").statusCode()).isEqualTo(404);
        assertThat(land.post("transfers/DJ1/withdrawal", "").statusCode()).isEqualTo(404);
    }

    private String receiptOf(String home, String seller) {
        var taken = land.post("transfers", transfer(home, seller, land.clearance(home), inbox.url()));
        return json(taken).path("receiptNumber").asText();
    }

    private void awaitTries(int tries) {
        await().until(() -> inbox.letters().size() == tries
                && (json(trial.get("/sim/deliveries")).isEmpty()
                        || json(trial.get("/sim/deliveries"))
                                        .get(0)
                                        .path("tries")
                                        .asInt()
                                == tries));
    }

    private String errorField(String body) {
        var answer = land.post("transfers", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        return json(answer).path("errors").get(0).path("field").asText();
    }

    private static String state(HttpResponse<String> title) {
        return json(title).path("state").asText();
    }

    private static String type(HttpResponse<String> problem) {
        return json(problem).path("type").asText();
    }
}
