package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;

/** The land registry's folder against its REST face: paths, keys, tokens. */
final class LandRegistryTest {

    private static final String TITLE =
            "/land-registry/v2/titles/%E9%B2%81%282016%29%E6%B5%8E%E5%8D%97%E5%B8%82%E4%B8%8D%E5%8A%A8%E4%BA%A7%E6%9D%83%E7%AC%AC0012345%E5%8F%B7?holderId=370102197909143315";

    @TempDir
    Path secrets = Path.of("");

    private TestHouse house;

    @BeforeEach
    void open() {
        house = TestHouse.with(secrets, "land-registry");
        house.city.stubFor(post("/land-registry/oauth/token")
                .willReturn(okJson("{\"access_token\":\"t1\",\"token_type\":\"Bearer\",\"expires_in\":600}")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void asksForATitleByItsPercentEncodedNumberAndKeepsTheToken() {
        house.city.stubFor(
                any(urlEqualTo(TITLE)).willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));

        var first = house.call("land-registry", "title");
        house.call("land-registry", "title");

        assertThat(first).isInstanceOfSatisfying(Answered.class, title -> assertThat(title.facts())
                .containsEntry("usage", "residential")
                .containsKey("holders"));
        house.city.verify(2, getRequestedFor(urlEqualTo(TITLE)).withHeader("Authorization", equalTo("Bearer t1")));
        house.city.verify(
                1,
                postRequestedFor(urlEqualTo("/land-registry/oauth/token"))
                        .withHeader("Authorization", equalTo("Basic aHViOnRyaWFsLWxhbmQtc2VjcmV0")));
    }

    @Test
    void fetchesTheTokenAnewBeforeItEnds() {
        house.city.stubFor(
                any(urlEqualTo(TITLE)).willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));
        house.call("land-registry", "title");

        house.clock.advance(Duration.ofMinutes(9).plusSeconds(45));
        house.call("land-registry", "title");

        house.city.verify(2, postRequestedFor(urlEqualTo("/land-registry/oauth/token")));
    }

    @Test
    void fetchesOneTokenForManyAtOnce() {
        house.city.stubFor(any(urlPathEqualTo("/land-registry/v2/transfers"))
                .willReturn(aResponse()
                        .withStatus(202)
                        .withHeader("Content-Type", "application/json")
                        .withBody(TestHouse.answer("land-registry", "register-transfer", "json"))));
        var message = house.message("land-registry", "register-transfer");

        var calls = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> house.call("land-registry", "register-transfer", message)))
                .limit(8)
                .toList();

        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isInstanceOf(Pending.class));
        house.city.verify(1, postRequestedFor(urlEqualTo("/land-registry/oauth/token")));
    }

    @Test
    void renewsARefusedTokenOnce() {
        house.city.stubFor(any(urlEqualTo(TITLE)).willReturn(aResponse().withStatus(401)));

        var reply = house.call("land-registry", "title");

        assertThat(reply)
                .hasToString("Unavailable[cause=HTTP 401: the hub's credentials are refused, retryAfter=null]");
        house.city.verify(2, getRequestedFor(urlEqualTo(TITLE)));
        house.city.verify(2, postRequestedFor(urlEqualTo("/land-registry/oauth/token")));
    }

    @Test
    void sendsTheSameBytesAtEveryRetryWithTheMaterialsFilledIn() {
        house.city.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(500)));
        var message = house.message("land-registry", "register-transfer");

        house.call("land-registry", "register-transfer", message);
        house.call("land-registry", "register-transfer", message);

        var sent = house.city.findAll(postRequestedFor(urlEqualTo("/land-registry/v2/transfers")));
        assertThat(sent).hasSize(2).allSatisfy(request -> {
            assertThat(request.getHeader("X-Request-Id")).isEqualTo(TestHouse.KEY.toString());
            assertThat(request.getHeader("Content-Type")).startsWith("application/json");
            assertThat(request.getBodyAsString())
                    .contains("\"content\":\"c2FtcGxl\"")
                    .doesNotContain("hole-");
        });
        assertThat(sent.get(0).getBody()).isEqualTo(sent.get(1).getBody());
        assertThat(new String(message.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("c2FtcGxl");
    }
}
