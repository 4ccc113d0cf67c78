package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.TraceContext;
import org.onewindow.connectors.broker.EmbeddedBroker;

/** What can be seen of the calls of departments: their measures, and the trace they belong to. */
final class WatchTest {

    private static final TraceContext TRACE = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{17,18}[0-9X]?|1[3-9][0-9]{9}");

    @TempDir
    Path folder = Path.of("");

    @Test
    void countsCallsByDepartmentOperationAndOutcome() {
        try (var house = registry()) {
            house.call("land-registry", "title");
            house.city.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
            var doubtful = house.call("land-registry", "title");

            assertThat(doubtful).isInstanceOf(DepartmentReply.Uncertain.class);
            assertThat(calls(house, "answered")).isEqualTo(1);
            assertThat(calls(house, "uncertain")).isEqualTo(1);
        }
    }

    @Test
    void showsTheBreakerThatOpens() {
        try (var house = registry()) {
            house.city.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
            assertThat(breaker(house)).isZero();

            for (int i = 0; i < 20; i++) {
                house.call("land-registry", "title");
            }

            assertThat(breaker(house)).isEqualTo(2);
            assertThat(house.connectors
                            .stateOf(house.department("land-registry"))
                            .breaker())
                    .isEqualTo("open");
            assertThat(house.call("land-registry", "title"))
                    .isInstanceOfSatisfying(DepartmentReply.Unavailable.class, away -> assertThat(away.cause())
                            .isEqualTo("breaker open"));
        }
    }

    @Test
    void measuresNothingAboutPeople() {
        try (var house = registry()) {
            house.call("land-registry", "title");

            var tags = house.meters.getMeters().stream()
                    .map(meter -> meter.getId().toString())
                    .toList();
            assertThat(tags).isNotEmpty().noneMatch(tag -> PERSONAL.matcher(tag).find());
            // its ids are random digits, which look like anything once in a while
            assertThat(house.spans)
                    .extracting(span -> span.name() + span.attributes())
                    .isNotEmpty()
                    .noneMatch(told -> PERSONAL.matcher(told).find());
        }
    }

    @Test
    void tellsRestDepartmentsTheTrace() {
        try (var house = registry()) {
            ScopedValue.where(TraceContext.CURRENT, TRACE).run(() -> house.call("land-registry", "title"));

            var sent = house.city.findAll(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                    urlPathMatching("/land-registry/v2/.*")));
            isPartOfTheTrace(house, header(sent));
        }
    }

    @Test
    void tellsSoapDepartmentsTheTrace() {
        try (var house = TestHouse.with(folder, "tax")) {
            house.city.stubFor(any(anyUrl())
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "text/xml")
                            .withBody(TestHouse.answer("tax", "clearance", "xml"))));

            ScopedValue.where(TraceContext.CURRENT, TRACE).run(() -> house.call("tax", "clearance"));

            isPartOfTheTrace(
                    house,
                    header(house.city.findAll(
                            com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(anyUrl()))));
        }
    }

    @Test
    void tellsDepartmentsOnQueuesTheTraceInAProperty() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0, List.of());
                var fund = broker.connectionFactory().createConnection();
                var session = fund.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var house =
                        TestHouse.with(TestHouse.Setup.in(folder).over(broker.connectionFactory()), "housing-fund")) {
            fund.start();
            ScopedValue.where(TraceContext.CURRENT, TRACE).run(() -> house.call("housing-fund", "withdraw-apply"));

            var message = session.createConsumer(session.createQueue("GJJ.REQ")).receive(10_000);
            isPartOfTheTrace(house, message.getStringProperty("traceparent"));
        }
    }

    private TestHouse registry() {
        var house = TestHouse.with(folder, "land-registry");
        house.city.stubFor(post("/land-registry/oauth/token").willReturn(okJson("{\"access_token\":\"t1\"}")));
        house.city.stubFor(any(urlPathMatching("/land-registry/v2/.*"))
                .willReturn(okJson(TestHouse.answer("land-registry", "title", "json"))));
        return house;
    }

    private static String header(List<LoggedRequest> sent) {
        return sent.getFirst().getHeader("traceparent");
    }

    /** The call is a piece of work of its own in the trace: what was sent names it, and it was told. */
    private static void isPartOfTheTrace(TestHouse house, String sent) {
        var told = house.spans.stream().toList();
        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.parent()).isEqualTo(TRACE);
            assertThat(span.context().header()).isEqualTo(sent);
            assertThat(span.context().traceId()).isEqualTo(TRACE.traceId());
        });
    }

    private static long calls(TestHouse house, String outcome) {
        return house.meters
                .get("hub.department.calls")
                .tags("department", "land-registry", "operation", "title", "outcome", outcome)
                .timer()
                .count();
    }

    private static double breaker(TestHouse house) {
        return house.meters
                .get("hub.department.breaker")
                .tag("department", "land-registry")
                .gauge()
                .value();
    }
}
