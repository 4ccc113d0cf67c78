package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okTextXml;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.util.WSSecurityUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.canonical.DepartmentReply.Unavailable;
import org.onewindow.canonical.DepartmentReply.Uncertain;
import org.onewindow.config.Department.Endpoint;
import org.onewindow.config.Department.Security;
import org.onewindow.config.Department.Tls;
import org.onewindow.config.SecretReference;
import org.w3c.dom.Document;

/** The ways in that a department declares: a standby, keys, certificates, signatures. */
class ManyDoorsTest {

    private static Endpoint with(
            Endpoint real,
            UnaryOperator<String> address,
            @Nullable String also,
            @Nullable Tls tls,
            @Nullable Security security) {
        var http = (Endpoint.Http) real;
        return new Endpoint.Http(address.apply(http.url()), also, tls, security == null ? http.security() : security);
    }

    private static Security apiKey(Path secrets, boolean inQuery, String name) throws Exception {
        Files.createDirectories(secrets.resolve("door"));
        Files.writeString(secrets.resolve("door/key"), "open sesame");
        return new Security.ApiKey(inQuery, name, new SecretReference("door/key"));
    }

    /** Nobody listens there. */
    private static String closed(String url) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return url.replaceFirst(":[0-9]+/", ":" + socket.getLocalPort() + "/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String at(String url, int port) {
        return url.replaceFirst(":[0-9]+/", ":" + port + "/");
    }

    private static void answers(TestHouse house) {
        house.city.stubFor(any(anyUrl()).willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));
    }

    @Test
    void sendsAnApiKeyInAHeaderOrInTheQueryAndTellsNobody(@TempDir Path secrets) throws Exception {
        var inQuery = apiKey(secrets, true, "apiKey");
        var inHeader = apiKey(secrets, false, "X-Api-Key");
        for (var key : new Security[] {inQuery, inHeader}) {
            try (var house = TestHouse.with(
                    TestHouse.Setup.in(secrets).through(real -> with(real, url -> url, null, null, key)),
                    "land-registry")) {
                answers(house);

                var exchanged = house.exchange("land-registry", "title");

                assertThat(exchanged.reply()).isInstanceOf(Answered.class);
                house.city.verify(
                        1,
                        key == inQuery
                                ? getRequestedFor(anyUrl()).withQueryParam("apiKey", equalTo("open sesame"))
                                : getRequestedFor(anyUrl()).withHeader("X-Api-Key", equalTo("open sesame")));
                var sent = exchanged.tape().sent();
                assertThat(sent).isNotNull().satisfies(words -> assertThat(new String(words.bytes(), UTF_8))
                        .contains("holderId")
                        .doesNotContain("sesame"));
            }
        }
    }

    @Test
    void asksTheStandbyWhereTheFirstAddressIsOutOfReach(@TempDir Path secrets) throws Exception {
        var key = apiKey(secrets, false, "X-Api-Key");
        try (var house = TestHouse.with(
                TestHouse.Setup.in(secrets)
                        .through(real -> with(
                                real, ManyDoorsTest::closed, ((Endpoint.Http) real).url(), null, withKey(real, key))),
                "land-registry",
                "tax")) {
            house.city.stubFor(
                    any(anyUrl()).atPriority(9).willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));
            house.city.stubFor(any(urlMatching("/tax.*"))
                    .willReturn(okTextXml(TestHouse.answer("tax", "assess-transfer-tax", "xml"))));

            assertThat(house.call("land-registry", "title")).isInstanceOf(Answered.class);
            assertThat(house.call("tax", "assess-transfer-tax")).isInstanceOf(Answered.class);
        }
    }

    private static Security withKey(Endpoint real, Security key) {
        var own = ((Endpoint.Http) real).security();
        return own instanceof Security.OAuth2Client ? key : own;
    }

    @Test
    void neverAsksTheStandbyWhereTheFirstMayHaveHeard(@TempDir Path secrets) throws Exception {
        var key = apiKey(secrets, false, "X-Api-Key");
        try (var silent = new HangingServer();
                var house = TestHouse.with(
                        TestHouse.Setup.in(secrets)
                                .through(real -> with(
                                        real,
                                        url -> at(
                                                url,
                                                URI.create(silent.address()).getPort()),
                                        ((Endpoint.Http) real).url(),
                                        null,
                                        withKey(real, key))),
                        "land-registry",
                        "tax")) {
            assertThat(house.call("land-registry", "title")).isInstanceOf(Uncertain.class);
            assertThat(house.call("tax", "assess-transfer-tax")).isInstanceOf(Uncertain.class);

            house.city.verify(0, anyRequestedFor(anyUrl()));
        }
    }

    @Test
    void showsItsCertificateToWhoAsksAndTrustsOnlyWhomItWasTold(@TempDir Path secrets, @TempDir Path folder)
            throws Exception {
        var hub = Keys.make(folder, "hub-client");
        var department = Keys.make(folder, "department");
        var strict = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(department.store().toString())
                .keystoreType("PKCS12")
                .keystorePassword(Keys.PASSWORD)
                .keyManagerPassword(Keys.PASSWORD)
                .needClientAuth(true)
                .trustStorePath(hub.trustStore().toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(Keys.PASSWORD));
        strict.start();
        strict.stubFor(any(anyUrl()).willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));
        var key = apiKey(secrets, false, "X-Api-Key");
        var authorities = department.certificateIn(secrets);
        var good = new Tls(hub.certificateIn(secrets), hub.keyIn(secrets), authorities);
        try {
            assertThat(calledOver(secrets, strict, good, key)).isInstanceOf(Answered.class);
            assertThat(calledOver(secrets, strict, new Tls(null, null, authorities), key))
                    .as("without a certificate; in TLS 1.3 that is told when the request is on its way already")
                    .isInstanceOfAny(Unavailable.class, Uncertain.class);
            assertThat(calledOver(secrets, strict, new Tls(good.certificate(), good.key(), good.certificate()), key))
                    .as("of another authority")
                    .isInstanceOf(Unavailable.class);
            assertThat(strict.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
        } finally {
            strict.stop();
        }
    }

    private static Object calledOver(Path secrets, WireMockServer strict, Tls tls, Security key) {
        try (var house = TestHouse.with(
                TestHouse.Setup.in(secrets)
                        .through(real -> with(
                                real,
                                url -> at(url.replaceFirst("^http:", "https:"), strict.httpsPort()),
                                null,
                                tls,
                                key)),
                "land-registry")) {
            return house.call("land-registry", "title");
        }
    }

    @Test
    void asksAgainWhenTheDepartmentSays(@TempDir Path secrets) throws Exception {
        var key = apiKey(secrets, false, "X-Api-Key");
        try (var house = TestHouse.with(
                TestHouse.Setup.in(secrets).through(real -> with(real, url -> url, null, null, key)),
                "land-registry")) {
            house.city.stubFor(any(anyUrl())
                    .willReturn(okJson(TestHouse.answer("land-registry", "register-transfer", "json"))
                            .withStatus(202)
                            .withHeader("Retry-After", "5400")));

            assertThat(house.call("land-registry", "register-transfer"))
                    .isInstanceOfSatisfying(Pending.class, pending -> assertThat(pending.askAgainAfter())
                            .isEqualTo(Duration.ofMinutes(90)));
        }
    }

    @Test
    void signsBodyAndTimestampOfEverySoapMessage(@TempDir Path secrets, @TempDir Path folder) throws Exception {
        var hub = Keys.make(folder, "hub-signer");
        var signed = new Security.SignedSoap(hub.certificateIn(secrets), hub.keyIn(secrets), Duration.ofDays(3650));
        try (var house = TestHouse.with(
                TestHouse.Setup.in(secrets).through(real -> with(real, url -> url, null, null, signed)), "tax")) {
            house.city.stubFor(
                    any(anyUrl()).willReturn(okTextXml(TestHouse.answer("tax", "assess-transfer-tax", "xml"))));

            var reply = house.call("tax", "assess-transfer-tax");

            assertThat(reply).isInstanceOf(Answered.class);
            var envelope =
                    house.city.findAll(postRequestedFor(anyUrl())).getFirst().getBodyAsString();
            assertThat(envelope).contains("BinarySecurityToken", "Timestamp", "rsa-sha256");
            verify(envelope, hub.certificate());
            assertThatThrownBy(() -> verify(envelope.replace("1280000.00", "1.00"), hub.certificate()))
                    .isInstanceOf(WSSecurityException.class);
        }
    }

    private static void verify(String envelope, X509Certificate signer) throws Exception {
        var trusted = new CertificateStore(new X509Certificate[] {signer});
        var document = parsed(envelope);
        var request = new RequestData();
        request.setWssConfig(WSSConfig.getNewInstance());
        request.setSigVerCrypto(trusted);
        request.setTimeStampTTL(Integer.MAX_VALUE);
        var results =
                new WSSecurityEngine().processSecurityHeader(WSSecurityUtil.getSecurityHeader(document, null), request);
        assertThat(results.getResults()).hasSizeGreaterThanOrEqualTo(3);
    }

    private static Document parsed(String envelope) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope.getBytes(UTF_8)));
    }
}
