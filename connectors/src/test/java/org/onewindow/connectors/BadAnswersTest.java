package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bad answer of a department means; each row by REST and by SOAP. */
final class BadAnswersTest {

    private static final String BROKEN = "Uncertain[cause=the connection broke]";
    private static final String NOT_JSON = "Uncertain[cause=HTTP 200, but its body is no JSON]";
    private static final String NOT_SOAP = "Uncertain[cause=HTTP 200, but its body is no SOAP answer]";
    private static final String CREDENTIALS =
            "Unavailable[cause=HTTP 401: the hub's credentials are refused, retryAfter=null]";

    @TempDir
    Path secrets = Path.of("");

    static Stream<Arguments> answersOfAnyone() {
        return Stream.of(
                row("no answer in time", json("{}").withFixedDelay(6_000), "Uncertain[cause=no answer in time]"),
                row(
                        "an answer that trickles in",
                        json("{}").withChunkedDribbleDelay(5, 12_000),
                        "Uncertain[cause=no answer in time]"),
                row("a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), BROKEN),
                row("an empty answer", aResponse().withFault(Fault.EMPTY_RESPONSE), BROKEN),
                row("half an answer", json("{\"receiptNumber\": \"S1").withHeader("Content-Length", "400"), BROKEN),
                row("garbage instead of HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), BROKEN),
                row("500", json("{}").withStatus(500), "Uncertain[cause=HTTP 500"),
                row("502 in HTML", html("bad gateway").withStatus(502), "Uncertain[cause=HTTP 502"),
                row("503", html("closed").withStatus(503), "Unavailable[cause=HTTP 503, retryAfter=null]"),
                row(
                        "503 with Retry-After",
                        html("closed").withStatus(503).withHeader("Retry-After", "120"),
                        "Unavailable[cause=HTTP 503, retryAfter=PT2M]"),
                row(
                        "503 with Retry-After as a date",
                        html("closed").withStatus(503).withHeader("Retry-After", "Tue, 24 Nov 2026 02:00:15 GMT"),
                        "Unavailable[cause=HTTP 503, retryAfter=PT30M]"),
                row(
                        "429 with Retry-After",
                        html("slower").withStatus(429).withHeader("Retry-After", "1"),
                        "Unavailable[cause=HTTP 429, retryAfter=PT1S]"),
                row("401", html("who are you").withStatus(401), CREDENTIALS),
                row("413", html("too large").withStatus(413), "Refused[code=too-large,"),
                row(
                        "a redirect",
                        aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                        "Uncertain[cause=HTTP 302: a redirect, not followed]"),
                row("100 MB", aResponse().withBody(new byte[100 << 20]), "Uncertain[cause="));
    }

    static Stream<Arguments> answersOfRest() {
        return Stream.of(
                row("no JSON", json("{\"receiptNumber\": "), NOT_JSON),
                row("JSON twice", json("{} {}"), NOT_JSON),
                row("JSON as HTML", html("{\"receiptNumber\": \"S1\"}"), NOT_JSON),
                row("JSON nested 10,000 deep", json("[".repeat(10_000)), NOT_JSON),
                row("an undeclared status of the contract", json("{}").withStatus(299), "Uncertain[cause=HTTP 299]"),
                row(
                        "a declared refusal",
                        json("{\"type\": \"/problems/title-in-review\", \"title\": \"在办\"}")
                                .withStatus(409),
                        "Refused[code=title-in-review, reason=在办]"));
    }

    static Stream<Arguments> answersOfSoap() {
        return Stream.of(
                row("no XML", xml("<soap:Envelope"), NOT_SOAP),
                row("XML of another kind", xml("<html/>"), NOT_SOAP),
                row("an empty body", xml(""), NOT_SOAP),
                row(
                        "XML nested 50,000 deep",
                        xml(envelope("<x>".repeat(50_000) + "</x>".repeat(50_000))),
                        "Uncertain[cause="),
                row("an envelope as HTML", html(envelope("<x/>")), NOT_SOAP),
                row("a DOCTYPE", xml("<!DOCTYPE x [<!ENTITY e 'x'>]>" + envelope("<x/>")), NOT_SOAP),
                row(
                        "an external entity",
                        xml("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + envelope("<x>&e;</x>")),
                        NOT_SOAP),
                row(
                        "an undeclared fault",
                        xml(envelope(
                                        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>NPE</faultstring></soap:Fault>"))
                                .withStatus(500),
                        "Uncertain[cause=HTTP 500 with a fault that the contract does not declare]"),
                row("another element", xml(envelope("<x/>")), "Uncertain[cause=the style sheet stopped in line"),
                row(
                        "a good answer with 500",
                        xml(TestHouse.answer("tax", "assess-transfer-tax", "xml"))
                                .withStatus(500),
                        "Uncertain[cause=HTTP 500]"),
                row(
                        "a declared fault",
                        xml(TestHouse.answer("tax", "assess-transfer-tax.refused", "xml"))
                                .withStatus(500),
                        "Refused[code=TX40"),
                row(
                        "a declared fault that may be tried again",
                        xml(TestHouse.answer("tax", "assess-transfer-tax.retryable", "xml"))
                                .withStatus(500),
                        "Unavailable[cause=TX50"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"answersOfAnyone", "answersOfRest"})
    void readsItByRest(String name, ResponseDefinitionBuilder answer, String expected) {
        try (var house = TestHouse.with(secrets, "land-registry")) {
            tokens(house);
            house.city.stubFor(post("/land-registry/v2/transfers").willReturn(answer));

            var reply = house.call("land-registry", "register-transfer");

            assertThat(reply.toString()).startsWith(expected);
            int tries = expected.equals(CREDENTIALS) ? 2 : 1;
            await().untilAsserted(() ->
                    house.city.verify(tries, postRequestedFor(urlEqualTo("/land-registry/v2/transfers"))));
            house.city.verify(
                    0, com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(urlEqualTo("/elsewhere")));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({"answersOfAnyone", "answersOfSoap"})
    void readsItBySoap(String name, ResponseDefinitionBuilder answer, String expected) {
        try (var house = TestHouse.with(secrets, "tax")) {
            house.city.stubFor(post("/tax/services/TransferTax").willReturn(answer));

            var reply = house.call("tax", "assess-transfer-tax");

            assertThat(reply.toString()).startsWith(expected);
            await().untilAsserted(
                            () -> house.city.verify(1, postRequestedFor(urlEqualTo("/tax/services/TransferTax"))));
            house.city.verify(
                    0, com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(urlEqualTo("/elsewhere")));
        }
    }

    @Test
    void callsARefusedConnectionUnavailable() throws IOException {
        int closed = closedPort();
        try (var house = TestHouse.with(at("http://127.0.0.1:" + closed), "payment-platform", "tax")) {

            var byRest = house.call("payment-platform", "create-bill");
            var bySoap = house.call("tax", "assess-transfer-tax");

            assertThat(byRest).hasToString("Unavailable[cause=the connection was refused, retryAfter=null]");
            assertThat(bySoap).hasToString("Unavailable[cause=the connection was refused, retryAfter=null]");
        }
    }

    @Test
    void givesUpABodyThatStalls() throws IOException {
        try (var server = new StallingServer("application/json");
                var house = TestHouse.with(at(server.address()), "payment-platform")) {
            assertThat(house.call("payment-platform", "bill")).hasToString("Uncertain[cause=no answer in time]");
        }
        try (var server = new StallingServer("text/xml");
                var house = TestHouse.with(at(server.address()), "civil-affairs")) {
            assertThat(house.call("civil-affairs", "marital-status")).hasToString("Uncertain[cause=no answer in time]");
        }
    }

    private TestHouse.Setup at(String address) {
        return TestHouse.Setup.in(secrets).at(address);
    }

    @Test
    void callsAnUnknownHostUnavailable() {
        try (var house = TestHouse.with(at("http://nowhere.invalid"), "payment-platform", "tax")) {

            assertThat(house.call("payment-platform", "create-bill").toString()).startsWith("Unavailable[");
            assertThat(house.call("tax", "assess-transfer-tax").toString()).startsWith("Unavailable[");
        }
    }

    @Test
    void waitsNoLongerThanTheSendingHasTime() {
        try (var house = TestHouse.with(TestHouse.Setup.in(secrets).patiently(), "payment-platform", "tax")) {
            house.city.stubFor(any(anyUrl()).willReturn(json("{}").withFixedDelay(8_000)));
            for (var sample :
                    Map.of("payment-platform", "bill", "tax", "clearance").entrySet()) {
                long start = System.nanoTime();

                var reply = house.callWithin(Duration.ofSeconds(1), sample.getKey(), sample.getValue());

                assertThat(reply).hasToString("Uncertain[cause=no answer in time]");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            }
        }
    }

    @Test
    void sendsNothingWhereASecretIsMissing() throws IOException {
        try (var house = TestHouse.with(secrets, "tax", "civil-affairs", "land-registry")) {
            for (var file : List.of("tax/password", "civil-affairs/key", "land-registry/client-secret")) {
                Files.delete(secrets.resolve(file));
            }

            assertThat(house.call("tax", "assess-transfer-tax").toString())
                    .startsWith("Unavailable[cause=the hub is not set up: secret tax/password");
            assertThat(house.call("civil-affairs", "marital-status").toString())
                    .startsWith("Unavailable[cause=the hub is not set up: ");
            assertThat(house.call("land-registry", "title").toString())
                    .startsWith("Unavailable[cause=the hub is not set up: secret land-registry/client-secret");
            house.city.verify(0, com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
        }
    }

    @Test
    void neverSendsAnActWithoutAToken() {
        try (var house = TestHouse.with(secrets, "land-registry")) {
            house.city.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

            var reply = house.call("land-registry", "register-transfer");

            assertThat(reply).hasToString("Unavailable[cause=its token end point does not answer, retryAfter=null]");
            house.city.verify(0, postRequestedFor(urlEqualTo("/land-registry/v2/transfers")));
        }
    }

    private static void tokens(TestHouse house) {
        house.city.stubFor(
                post("/land-registry/oauth/token").willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":600}")));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Arguments row(String name, ResponseDefinitionBuilder answer, String expected) {
        return Arguments.of(name, answer, expected);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse().withHeader("Content-Type", "text/html").withBody(body);
    }

    private static ResponseDefinitionBuilder xml(String body) {
        return aResponse().withHeader("Content-Type", "text/xml; charset=utf-8").withBody(body.getBytes(UTF_8));
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }
}
