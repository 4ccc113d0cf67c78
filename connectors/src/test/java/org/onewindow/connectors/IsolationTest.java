package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onewindow.canonical.DepartmentReply.Answered;

/** One department hangs, with all the calls it may have; the calls of another go as before. */
@Isolated("it measures")
final class IsolationTest {

    private static final int DELAY_MILLIS = 20;
    private static final int CALLS = 30;

    @TempDir
    Path secrets = Path.of("");

    @Test
    void asksByRestAsFastAsBeforeWhileASoapDepartmentHangs() throws Exception {
        try (var hanging = new HangingServer();
                var house = TestHouse.with(
                        TestHouse.Setup.in(secrets).patiently().where("TAX_URL", hanging.address() + "/tax"),
                        "tax",
                        "land-registry")) {
            house.city.stubFor(post("/land-registry/oauth/token").willReturn(okJson("{\"access_token\":\"t1\"}")));
            house.city.stubFor(any(urlPathMatching("/land-registry/v2/.*"))
                    .willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))
                            .withFixedDelay(DELAY_MILLIS)));

            keepsItsPace(house, "land-registry", "title", () -> house.call("tax", "clearance"), "tax");
            assertThat(hanging.connections()).isGreaterThanOrEqualTo(limit(house, "tax"));
        }
    }

    @Test
    void asksBySoapAsFastAsBeforeWhileARestDepartmentHangs() throws Exception {
        var tax = new WireMockServer(options().dynamicPort());
        tax.start();
        tax.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withFixedDelay(DELAY_MILLIS)
                        .withHeader("Content-Type", "text/xml")
                        .withBody(TestHouse.answer("tax", "clearance", "xml"))));
        try (var hanging = new HangingServer();
                var house = TestHouse.with(
                        TestHouse.Setup.in(secrets)
                                .patiently()
                                .at(hanging.address())
                                .where("TAX_URL", tax.baseUrl() + "/tax"),
                        "tax",
                        "land-registry")) {
            keepsItsPace(house, "tax", "clearance", () -> house.call("land-registry", "title"), "land-registry");
            assertThat(hanging.connections()).isPositive();
        } finally {
            tax.stop();
        }
    }

    private static void keepsItsPace(
            TestHouse house, String department, String sample, Runnable hangingCall, String hangs) {
        pace(house, department, sample);
        var before = pace(house, department, sample);
        var stuck = Executors.newVirtualThreadPerTaskExecutor();
        try {
            hang(stuck, house, hangingCall, hangs);

            var during = pace(house, department, sample);

            assertThat(during).isLessThan(before.multipliedBy(3).plusMillis(100));
            assertThat(underWay(house, department)).isZero();
        } finally {
            stuck.shutdownNow();
        }
    }

    /** As many calls as the department may have at once, all waiting. */
    private static void hang(ExecutorService stuck, TestHouse house, Runnable call, String hangs) {
        IntStream.range(0, limit(house, hangs)).forEach(_ -> stuck.execute(call));
        Awaitility.await().until(() -> underWay(house, hangs) == limit(house, hangs));
    }

    private static int limit(TestHouse house, String department) {
        return house.department(department).limits().concurrency();
    }

    private static int underWay(TestHouse house, String department) {
        return (int) house.meters
                .get("hub.department.calls.under.way")
                .tag("department", department)
                .gauge()
                .value();
    }

    /** The median of some calls one after the other. */
    private static Duration pace(TestHouse house, String department, String sample) {
        return IntStream.range(0, CALLS)
                .mapToObj(_ -> {
                    long begin = System.nanoTime();
                    assertThat(house.call(department, sample)).isInstanceOf(Answered.class);
                    return Duration.ofNanos(System.nanoTime() - begin);
                })
                .sorted()
                .skip(CALLS / 2)
                .findFirst()
                .orElseThrow();
    }
}
