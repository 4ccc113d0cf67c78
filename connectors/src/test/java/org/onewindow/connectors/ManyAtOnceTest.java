package org.onewindow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentRequest;

/** Everybody gets their own answer, however many ask at once. */
final class ManyAtOnceTest {

    private static final int MANY = 40;

    @TempDir
    Path secrets = Path.of("");

    @Test
    void keepsSoapAnswersApart() throws Exception {
        var sample = TestHouse.answer("tax", "clearance", "xml");
        var number = sample.replaceAll("(?s).*<clearanceNumber>(.*)</clearanceNumber>.*", "$1");
        try (var house = TestHouse.with(TestHouse.Setup.in(secrets).patiently(), "tax")) {
            for (int i = 0; i < MANY; i++) {
                house.city.stubFor(post("/tax/services/TransferTax")
                        .withRequestBody(containing(">SZ" + i + "<"))
                        .willReturn(aResponse()
                                .withFixedDelay(50)
                                .withHeader("Content-Type", "text/xml")
                                .withBody(sample.replace(number, "WS" + i).getBytes(UTF_8))));
            }

            var replies = atOnce(i -> call(house, "tax", "clearance", assessed(i)));

            for (int i = 0; i < MANY; i++) {
                var own = "WS" + i;
                assertThat(replies.get(i).resultNow())
                        .isInstanceOfSatisfying(Answered.class, clearance -> assertThat(clearance.facts())
                                .containsEntry("clearanceNumber", own));
            }
        }
    }

    @Test
    void keepsRestAnswersApart() throws Exception {
        try (var house = TestHouse.with(TestHouse.Setup.in(secrets).patiently(), "land-registry")) {
            house.city.stubFor(post("/land-registry/oauth/token").willReturn(okJson("{\"access_token\":\"t1\"}")));
            var sample = TestHouse.answer("land-registry", "title", "json");
            for (int i = 0; i < MANY; i++) {
                house.city.stubFor(get("/land-registry/v2/titles/T" + i + "?holderId=370102197909143315")
                        .willReturn(okJson(sample.replace("370102001001GB00001F00010101", "unit" + i))
                                .withFixedDelay(50)));
            }

            var replies = atOnce(i -> call(house, "land-registry", "title", titled(i)));

            for (int i = 0; i < MANY; i++) {
                var own = "unit" + i;
                assertThat(replies.get(i).resultNow())
                        .isInstanceOfSatisfying(Answered.class, title -> assertThat(title.facts())
                                .containsEntry("unitNumber", own));
            }
        }
    }

    private static List<Future<DepartmentReply>> atOnce(java.util.function.IntFunction<DepartmentReply> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(IntStream.range(0, MANY)
                    .<Callable<DepartmentReply>>mapToObj(i -> () -> call.apply(i))
                    .toList());
        }
    }

    private static DepartmentReply call(TestHouse house, String id, String operationId, DepartmentRequest request) {
        var department = house.department(id);
        var operation = department.operation(operationId);
        return switch (house.map(id, operationId, request)) {
            case Mapped.Message message ->
                house.connectors.call(
                        department,
                        operation,
                        message,
                        Sending.waiting(TestHouse.KEY, "c", request, Duration.ofSeconds(20)));
            case Mapped.Unmappable unmappable -> throw new AssertionError(unmappable);
        };
    }

    private static DepartmentRequest assessed(int i) {
        return with("tax", "clearance", Map.of(), Map.of("assessment", Map.of("assessmentNumber", "SZ" + i)));
    }

    private static DepartmentRequest titled(int i) {
        return with("land-registry", "title", Map.of("titleNumber", "T" + i), Map.of());
    }

    private static DepartmentRequest with(
            String department, String sample, Map<String, Object> form, Map<String, Object> facts) {
        var request = TestHouse.request(department, sample);
        return new DepartmentRequest(
                request.caseFacts(), request.applicant(), request.parties(), form, facts, request.materials(), null);
    }
}
