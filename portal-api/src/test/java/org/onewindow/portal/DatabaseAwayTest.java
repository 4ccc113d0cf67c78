package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

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

    private static void isAway(Supplier<Api.Reply> call) {
        long begin = System.nanoTime();
        var reply = call.get();

        assertThat(reply.problem()).isEqualTo("503 temporarily-unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
