package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.canonical.CaseNumber;

class ChannelsTest {

    private static final String WINDOW = "/v1/channels/window-system/cases";
    private static final String WECHAT = "/v1/channels/wechat-mini-program/cases";

    private final Api window = TestHub.client("window-system");
    private final String key = UUID.randomUUID().toString();

    @Test
    void makesOneCaseOfOneKeyOverRestAndBothChannels() {
        var request = Application.transfer();

        var rest = window.post("/v1/cases", request.toString(), key);
        var xml = xml(window, WINDOW, Channel.windowXml(request), key);
        var json = window.post(WECHAT, Channel.wechat(request).toString(), key);

        assertThat(rest.status()).isEqualTo(202);
        assertThat(rest.header("Idempotency-Replayed")).isEmpty();
        assertThat(xml.status()).as(xml.raw().body()).isEqualTo(202);
        assertThat(json.status()).as(json.raw().body()).isEqualTo(202);
        assertThat(xml.header("Location")).isEqualTo(rest.header("Location"));
        assertThat(json.header("Location")).isEqualTo(rest.header("Location"));
        assertThat(xml.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(json.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void storesByWhichChannelACaseCame() {
        var reply = xml(window, WINDOW, Channel.windowXml(Application.transfer()), key);

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        var found =
                TestHub.cases().find(new CaseNumber(reply.json().path("number").asText()));
        assertThat(found)
                .hasValueSatisfying(
                        opened -> assertThat(opened.request().channel()).isEqualTo("window-system"));
    }

    @Test
    void takesTheCitizenOfTheTokenForTheApplicantOfAForm() {
        var page = Channel.wechat(Application.transfer());
        page.remove("me");

        var reply = TestHub.citizenAt("wechat-mini-program", "zhang").post(WECHAT, page.toString(), key);

        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
    }

    @Test
    void asksForAMandateToApplyForSomebodyElseByAForm() {
        var page = Channel.wechat(Application.transfer());

        assertThat(TestHub.citizenAt("wechat-mini-program", "li")
                        .post(WECHAT, page.toString(), key)
                        .problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
    }

    @Test
    void isClosedToOtherClients() {
        var request = Application.transfer();
        var zhang = TestHub.citizen("zhang");

        assertThat(zhang.post(WECHAT, Channel.wechat(request).toString()).problem())
                .isEqualTo("404 channel-unknown");
        assertThat(zhang.post("/v1/channels/telex/cases", "{}").problem()).isEqualTo("404 channel-unknown");
        assertThat(new Api("en", "").post(WECHAT, "{}").problem()).isEqualTo("401 not-authenticated");
    }

    @Test
    void wantsAKeyAndTheMediaTypeOfTheChannel() {
        assertThat(window.post(WINDOW, "{}", key).problem()).isEqualTo("415 media-type-unsupported");
        assertThat(xml(window, WECHAT, "<a/>", key).problem()).isEqualTo("415 media-type-unsupported");
        assertThat(xml(window, WINDOW, "<a/>", "two words").problem()).isEqualTo("400 idempotency-key-missing");
    }

    @Test
    void saysWhyTheMappingCannotReadASubmission() {
        var other = xml(window, WINDOW, "<other/>", key);
        var without = window.post(WECHAT, "{\"house\": {\"certificate\": 7}}", key);

        assertThat(other.problem()).isEqualTo("422 unreadable-submission =unreadable");
        assertThat(other.json().path("errors").path(0).path("detail").asText()).contains("XTDE0555");
        assertThat(without.problem()).isEqualTo("422 unreadable-submission /applicant=required");
    }

    @Test
    void saysWhatIsWrongWithTheRequestThatAFormBecame() {
        var request = Application.transfer();
        request.withObject("/form").put("signedOn", "2026-13-40");

        assertThat(xml(window, WINDOW, Channel.windowXml(request), key).problem())
                .isEqualTo("422 request-invalid /form/signedOn=wrong-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r>&x;</r>",
                "<SLDJ xmlns='urn:city:hall:sldj:v1'>",
                "not XML"
            })
    void refusesWhatIsNoXml(String submission) {
        assertThat(xml(window, WINDOW, submission, key).problem()).isEqualTo("400 request-malformed =malformed-xml");
    }

    @Test
    void refusesJsonAndXmlBeyondTheirBounds() {
        assertThat(window.post(WECHAT, "{\"me\": 1, \"me\": 2}", key).problem()).startsWith("400 request-malformed");
        assertThat(window.post(WECHAT, "{\"a\": 1e999999999}", key).problem())
                .isEqualTo("400 request-malformed /a=out-of-bounds");
        assertThat(xml(window, WINDOW, "<a>" + "x".repeat(1 << 20) + "</a>", key)
                        .problem())
                .isEqualTo("413 too-large");
    }

    private static Api.Reply xml(Api api, String path, String body, String key) {
        return Api.send(api.request(path)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
