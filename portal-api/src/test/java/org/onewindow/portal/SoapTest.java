package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The SOAP front from outside: what is signed well is taken, whatever else is refused with nothing stored. */
class SoapTest {

    private static final Pattern NUMBER = Pattern.compile("<(?:\\w+:)?number[^>]*>([^<]+)<");

    private final String key = UUID.randomUUID().toString();
    private final SoapMessage submission = SoapMessage.submission(key, Application.transfer());

    @Test
    void publishesItsContract() {
        var wsdl = new Api("en", "").get("/soap/OneWindowService?wsdl");

        assertThat(wsdl.status()).isEqualTo(200);
        assertThat(wsdl.raw().body()).contains("urn:onewindow:v1:submit", "http://hub.test/soap/OneWindowService");
    }

    @Test
    void takesASignedSubmissionAndShowsItsProgress() {
        var reply = submission.signedBy("window-system").send();

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        assertThat(reply.raw().body()).contains("submitResponse", "finished=\"false\"");
        var number = numberIn(reply);
        var progress = progress(number).signedBy("window-system").send();
        assertThat(numberIn(progress)).isEqualTo(number);
    }

    @Test
    void makesOneCaseOfOneKeyOverSoapAndRest() {
        var request = Application.transfer();
        var rest = TestHub.client("window-system").post("/v1/cases", request.toString(), key);

        var soap =
                SoapMessage.submission(key, request).signedBy("window-system").send();

        assertThat(soap.status()).as(soap.raw().body()).isEqualTo(200);
        assertThat(numberIn(soap)).isEqualTo(rest.json().path("number").asText());
        assertThat(soap.raw().body()).contains("replayed>true<");
    }

    @Test
    void withdrawsACaseOfTheClientOnce() {
        var number = numberIn(submission.signedBy("window-system").send());
        var withdrawal = SoapMessage.unsigned("withdraw", "<key>w-" + key + "</key><number>" + number + "</number>");

        var first = withdrawal.signedBy("window-system").send();
        var again = withdrawal.signedBy("window-system").send();

        assertThat(first.raw().body()).contains("withdrawn", "replayed>false<");
        assertThat(again.raw().body()).contains("withdrawn", "replayed>true<");
    }

    @Test
    void showsAndWithdrawsNoOtherClientsCase() {
        var number = numberIn(submission.signedBy("window-system").send());

        assertThat(faultOf(progress(number).signedBy("kiosk-system"))).contains("case-unknown");
        assertThat(faultOf(SoapMessage.unsigned("withdraw", "<key>k</key><number>" + number + "</number>")
                        .signedBy("kiosk-system")))
                .contains("case-unknown");
    }

    @Test
    void answersWithTheProblemAsATypedFault() {
        var invalid = submission.with("<text name=\"signedOn\">2026-11-20</text>", "");

        var fault = faultOf(invalid.signedBy("window-system"));

        assertThat(fault)
                .contains("urn:onewindow:v1", "request-invalid", "pointer=\"/form/signedOn\"", "code=\"required\"")
                .doesNotContain("370102198503078212");
        nothingIsStored();
    }

    @Test
    void refusesWhatTheContractDoesNotSay() {
        var strange = submission.with("</request>", "<state>approved</state></request>");

        assertThat(faultOf(strange.signedBy("window-system"))).contains("request-malformed", "cvc-complex-type");
        nothingIsStored();
    }

    /** A day has no zone; the contract says so, and not a fault of the hub's own. */
    @Test
    void refusesADayInAZone() {
        var zoned = submission.with(
                "</request>", "<material type=\"sale-contract\" validTo=\"2027-01-01+08:00\"/></request>");

        assertThat(faultOf(zoned.signedBy("window-system"))).contains("request-malformed", "cvc-pattern-valid");
        nothingIsStored();
    }

    @Test
    void refusesADoctype() {
        var signed = submission.signedBy("window-system");
        var bomb = new SoapMessage(
                signed.action(),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + signed.text().replace("张铭", "&e;"));

        assertThat(faultOf(bomb)).contains("a DOCTYPE is not allowed");
        nothingIsStored();
    }

    @Test
    void refusesWhatIsNotSignedOrByNobodyItKnows() {
        assertThat(faultOf(submission)).contains("WS-Security");
        assertThat(faultOf(submission.signedBy("stranger"))).contains("WS-Security");
        nothingIsStored();
    }

    @Test
    void refusesASignatureThatIsNotOfThisBody() {
        assertThat(faultOf(submission.signedBy("window-system").with("128000000", "1")))
                .contains("WS-Security");
        nothingIsStored();
    }

    @Test
    void refusesAnOldTimestampAndNoTimestamp() {
        var old = Instant.now().minus(Duration.ofMinutes(10));

        assertThat(faultOf(submission.signedBy("window-system", old, true))).contains("WS-Security");
        assertThat(faultOf(submission.signedBy("window-system", Instant.now(), false)))
                .contains("WS-Security");
        nothingIsStored();
    }

    @Test
    void refusesTheSameMessageTwice() {
        var message = submission.signedBy("window-system");

        assertThat(message.send().status()).isEqualTo(200);
        assertThat(faultOf(message)).contains("WS-Security");
    }

    @Test
    void refusesASoapActionUnlikeItsBody() {
        var other = submission.signedBy("window-system").as("urn:onewindow:v1:withdraw");

        assertThat(faultOf(other)).containsAnyOf("action-differs", "SOAPAction");
        assertThat(faultOf(submission.signedBy("window-system").as(""))).containsAnyOf("action-differs", "SOAPAction");
        nothingIsStored();
    }

    @Test
    void refusesASignedBodyThatWasMovedIntoTheHeader() {
        var signed = submission.signedBy("window-system");
        var body = bodyOf(signed.text());
        var evil = body.replaceAll("wsu:Id=\"[^\"]*\"", "").replace("128000000", "1");

        var wrapped = signed.with(body, evil).with("</s:Header>", wrapper(body) + "</s:Header>");

        assertThat(faultOf(wrapped)).contains("one Header and one Body");
        nothingIsStored();
    }

    @Test
    void refusesTwoBodiesOfOneId() {
        var signed = submission.signedBy("window-system");
        var body = bodyOf(signed.text());
        var evil = body.replace("128000000", "1");

        assertThat(faultOf(signed.with(body, evil).with("</s:Header>", wrapper(body) + "</s:Header>")))
                .contains("one Header and one Body");
        assertThat(faultOf(signed.with(body, body + evil))).contains("one Header and one Body");
        nothingIsStored();
    }

    /** Something that is signed, only not the Body. */
    @Test
    void refusesASignatureOverSomethingElse() {
        var other = submission.signedBy("window-system", Instant.now(), true, "key", "urn:onewindow:v1");

        assertThat(faultOf(other)).contains("not what was signed");
        nothingIsStored();
    }

    private static String bodyOf(String envelope) {
        return envelope.substring(envelope.indexOf("<s:Body"), envelope.indexOf("</s:Body>") + "</s:Body>".length());
    }

    private static String wrapper(String body) {
        return "<w:Wrapper xmlns:w=\"urn:evil\">" + body + "</w:Wrapper>";
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        var deep = submission.with("<form>", "<form>" + "<group>".repeat(100) + "</group>".repeat(100));
        var large = submission.with("<form>", "<form>" + "<text name='a'>x</text>".repeat(60_000));

        assertThat(faultOf(deep)).contains("nested deeper than 50");
        assertThat(faultOf(large)).contains("larger than 1048576");
        nothingIsStored();
    }

    private static SoapMessage progress(String number) {
        return SoapMessage.unsigned("progress", "<number>" + number + "</number>");
    }

    private static String faultOf(SoapMessage message) {
        var reply = message.send();
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(500);
        assertThat(reply.raw().body()).contains("Fault").doesNotContain("Exception", "at org.");
        return reply.raw().body();
    }

    private void nothingIsStored() {
        assertThat(TestHub.sql()
                        .sql("select count(*) from submission where idempotency_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String numberIn(Api.Reply reply) {
        var match = NUMBER.matcher(reply.raw().body());
        assertThat(match.find()).as(reply.raw().body()).isTrue();
        return match.group(1);
    }
}
