package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseState;

/** What a node measures; nothing in it is about people. */
class MetersTest {

    private final Api zhang = TestHub.citizen("zhang");
    private final MeterRegistry meters = TestHub.bean(MeterRegistry.class);

    @Test
    void countsSubmissionsByWhatBecameOfThem() {
        double before = taken();

        zhang.post("/v1/cases", Application.transfer().toString());

        assertThat(taken()).isEqualTo(before + 1);
    }

    private double taken() {
        return meters.counter("hub.submissions", "outcome", "taken").count();
    }

    @Test
    void showsWhatWaitsAtEachDepartment() {
        var departments = playedCase();

        Awaitility.await()
                .until(() -> gauge("hub.queue.waiting", "land-registry") > 0
                        && gauge("hub.queue.oldest.seconds", "land-registry") >= 0);
        assertThat(departments.now().state()).isEqualTo(CaseState.REVIEWING);
    }

    private double gauge(String name, String department) {
        return meters.get(name).tag("department", department).gauge().value();
    }

    @Test
    void measuresNothingAboutPeopleAndNoSingleCases() {
        var number = playedCase().now().number().text();
        zhang.post("/v1/inquiries/home-transfer-precheck", "{\"form\": {\"titleNumber\": \"T\"}}");
        zhang.get("/v1/cases/" + number);

        var ids = meters.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(tag -> tag.getValue())
                .toList();

        assertThat(ids).isNotEmpty().noneMatch(value -> value.contains(number));
        assertThat(ids).noneMatch(value -> value.matches(".*([0-9]{17}[0-9X]|1[3-9][0-9]{9}).*"));
        assertThat(List.copyOf(new java.util.TreeSet<>(ids)))
                .as("different values")
                .hasSizeLessThan(200);
    }

    private Departments playedCase() {
        var number = zhang.post("/v1/cases", Application.complete(zhang).toString())
                .json()
                .path("number")
                .asText();
        return new Departments(number).awaitState(CaseState.REVIEWING).answer(Map.of());
    }
}
