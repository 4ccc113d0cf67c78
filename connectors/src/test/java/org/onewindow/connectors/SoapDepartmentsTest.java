package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.connectors.xml.XmlDifference;
import org.w3c.dom.Element;

/** Tax and civil affairs as their WSDLs say: envelopes, headers, security, strings of XML. */
final class SoapDepartmentsTest {

    private static final String TAX = "/tax/services/TransferTax";
    private static final String GATEWAY = "/civil-affairs/gateway/services/Gateway";

    @TempDir
    Path secrets = Path.of("");

    private TestHouse house;

    @BeforeEach
    void open() {
        house = TestHouse.with(secrets, "tax", "civil-affairs");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void sendsTheSampleWithADigestThatIsNewEachTime() throws IOException, NoSuchAlgorithmException {
        taxAnswers("assess-transfer-tax");
        var message = house.message("tax", "assess-transfer-tax");

        var reply = house.call("tax", "assess-transfer-tax", message);
        house.call("tax", "assess-transfer-tax", message);

        assertThat(reply).isInstanceOfSatisfying(Answered.class, assessed -> assertThat(assessed.facts())
                .containsKeys("assessmentNumber", "totalFen", "payBefore"));
        var sent = house.city.findAll(postRequestedFor(urlEqualTo(TAX)));
        assertThat(sent.getFirst().getHeader("SOAPAction")).isEqualTo("\"urn:city:tax:transfer:v3/assessTransferTax\"");
        var first = XmlDifference.root(sent.get(0).getBodyAsString());
        var second = XmlDifference.root(sent.get(1).getBodyAsString());
        assertThat(text(first, "Nonce")).isNotEqualTo(text(second, "Nonce"));
        assertThat(text(first, "Password")).isEqualTo(digest(first, "trial-tax-password"));
        assertThat(Instant.parse(text(first, "Created"))).isEqualTo(house.clock.instant());
        assertThat(text(first, "requestId")).isEqualTo(TestHouse.KEY.toString());
        assertThat(text(first, "content")).isEqualTo("c2FtcGxl");
    }

    @Test
    void carriesMaterialsOfSeveralMebibytes() throws IOException {
        taxAnswers("assess-transfer-tax");
        house.material = new byte[2 << 20];
        new java.util.Random(7).nextBytes(house.material);

        var reply = house.call("tax", "assess-transfer-tax");

        assertThat(reply).isInstanceOf(Answered.class);
        var sent = house.city.findAll(postRequestedFor(urlEqualTo(TAX))).getFirst();
        assertThat(text(XmlDifference.root(sent.getBodyAsString()), "content"))
                .isEqualTo(Base64.getEncoder().encodeToString(house.material));
        assertThat(house.sentTo).containsOnly("tax");
    }

    @Test
    void carriesTheInnerDocumentAsGbkInsideAString() throws IOException {
        gatewayAnswers("marital-status");
        var message = house.message("civil-affairs", "marital-status");

        var reply = house.call("civil-affairs", "marital-status", message);
        house.call("civil-affairs", "marital-status", message);

        assertThat(reply).isInstanceOfSatisfying(Answered.class, status -> assertThat(status.facts())
                .containsKeys("status", "spouse"));
        var sent = house.city.findAll(postRequestedFor(urlEqualTo(GATEWAY)));
        var first = XmlDifference.root(sent.get(0).getBodyAsString());
        assertThat(first.getElementsByTagNameNS("http://gateway.mz.city/ws", "invoke")
                        .getLength())
                .isEqualTo(1);
        assertThat(text(first, "serviceCode")).isEqualTo("MZ0107");
        var inner = text(first, "requestXml");
        assertThat(inner).startsWith("<?xml version=\"1.0\" encoding=\"GBK\"?>");
        var serial = text(XmlDifference.root(inner), "SERIAL");
        assertThat(text(first, "token")).isEqualTo(md5("MZ0107" + serial + "trial-civil-key"));
        var second = XmlDifference.root(text(XmlDifference.root(sent.get(1).getBodyAsString()), "requestXml"));
        assertThat(text(second, "SERIAL")).isNotEqualTo(serial);
    }

    @Test
    void refusesACharacterOutsideGbkBeforeSending() {
        var person =
                new Party(null, Party.Kind.PERSON, "张䶮", IdType.RESIDENT_ID, "370102198503078212", null, null, null);
        var request = new DepartmentRequest(
                null, person, List.of(person), java.util.Map.of(), java.util.Map.of(), List.of(), null);

        var mapped = house.map("civil-affairs", "marital-status", request);

        assertThat(mapped).isInstanceOfSatisfying(Mapped.Unmappable.class, unmappable -> {
            assertThat(unmappable.code()).isEqualTo("outside-character-set");
            assertThat(unmappable.reason()).contains("窗口").contains("window").doesNotContain("䶮");
            assertThat(unmappable.fault()).isFalse();
        });
    }

    @Test
    void callsTheTaxBureauClosedAtMidnightUntilItOpens() {
        house.clock.set(Instant.parse("2026-11-24T16:00:00Z"));

        var reply = house.call("tax", "assess-transfer-tax");

        assertThat(reply).isEqualTo(new Unavailable("closed", java.time.Duration.ofMinutes(30)));
        house.city.verify(0, postRequestedFor(urlEqualTo(TAX)));
    }

    @Test
    void opensTheBreakerAfterTenFailuresOfTwenty() {
        house.city.stubFor(post(TAX).willReturn(aResponse().withStatus(500)));
        var message = house.message("tax", "clearance");
        for (int i = 0; i < 20; i++) {
            house.call("tax", "clearance", message);
        }

        var reply = house.call("tax", "clearance", message);

        assertThat(reply).isEqualTo(new Unavailable("breaker open", java.time.Duration.ofSeconds(30)));
        house.city.verify(20, postRequestedFor(urlEqualTo(TAX)));
    }

    @Test
    void keepsTheBreakerShutWhenADepartmentRefuses() {
        house.city.stubFor(
                post(TAX).willReturn(soap("tax", "assess-transfer-tax.refused").withStatus(500)));
        var message = house.message("tax", "assess-transfer-tax");
        for (int i = 0; i < 21; i++) {
            house.call("tax", "assess-transfer-tax", message);
        }

        house.city.verify(21, postRequestedFor(urlEqualTo(TAX)));
    }

    private void taxAnswers(String sample) {
        house.city.stubFor(post(TAX).willReturn(soap("tax", sample)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder soap(
            String department, String sample) {
        return aResponse()
                .withHeader("Content-Type", "text/xml; charset=utf-8")
                .withBody(TestHouse.answer(department, sample, "xml").getBytes(UTF_8));
    }

    private void gatewayAnswers(String sample) {
        var inner = TestHouse.answer("civil-affairs", sample, "xml").replace("<", "&lt;");
        var answer = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<g:invokeResponse xmlns:g=\"http://gateway.mz.city/ws\"><responseXml>" + inner
                + "</responseXml></g:invokeResponse></s:Body></s:Envelope>";
        house.city.stubFor(post(GATEWAY)
                .willReturn(aResponse().withHeader("Content-Type", "text/xml").withBody(answer.getBytes(UTF_8))));
    }

    private static String text(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        assertThat(found.getLength()).as(name).isPositive();
        return found.item(0).getTextContent();
    }

    private static String digest(Element message, String password) throws NoSuchAlgorithmException {
        var sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(Base64.getDecoder().decode(text(message, "Nonce")));
        sha1.update(text(message, "Created").getBytes(UTF_8));
        sha1.update(password.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(sha1.digest());
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
