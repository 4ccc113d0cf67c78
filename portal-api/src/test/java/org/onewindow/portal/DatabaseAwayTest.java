package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.StepState;

/** The database away: 503 within two seconds, never a 2xx, and all is well when it is back. */
class DatabaseAwayTest {

    @Test
    void saysSoWithinTwoSecondsAndGoesOnWhenItIsBack() {
        var zhang = TestHub.citizen("zhang").in("en");
        var request = Application.transfer().toString();
        var key = UUID.randomUUID().toString();
        var line = TestHub.bean(Relay.class);

        line.cut();
        try {
            isAway(() -> zhang.post("/v1/cases", request, key));
            isAway(() -> zhang.get("/v1/cases"));
            isAway(() -> zhang.get("/v1/licences"));
            isAway(() -> zhang.upload(
                    "", "application/pdf", java.net.http.HttpRequest.BodyPublishers.ofByteArray(Application.CONTRACT)));
        } finally {
            line.join();
        }

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        zhang.post("/v1/cases", request, key).status())
                .isEqualTo(202));
    }

    @Test
    void keepsADepartmentsAnswerUntilItCanBeStored() throws Exception {
        var zhang = TestHub.citizen("zhang");
        var number = zhang.post("/v1/cases", Application.complete(zhang).toString())
                .json()
                .path("number")
                .asText();
        var departments = new Departments(number).awaitState(CaseState.REVIEWING);
        var line = TestHub.bean(Relay.class);
        var desk = TestHub.routes().desk();
        var reply = Departments.answered(Map.of("pledged", false));
        var answer = new CaseEvent.Replied(TestHub.clock().instant(), "pledge", 1, Purpose.ACT, reply, "test");

        try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
            line.cut();
            var told =
                    worker.submit(() -> desk.tellWithin(Duration.ofSeconds(30), new CaseNumber(number), answer, null));
            try {
                assertThatThrownBy(() -> told.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                line.join();
            }

            assertThat(told.get(20, TimeUnit.SECONDS).accepted()).isTrue();
        }
        assertThat(departments.step("pledge").state()).isEqualTo(StepState.DONE);
    }

    private static void isAway(Supplier<Api.Reply> call) {
        long begin = System.nanoTime();
        var reply = call.get();

        assertThat(reply.problem()).isEqualTo("503 temporarily-unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
