package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** More than the hub can work on: refused at once and with a word when to come back, and nothing that was taken is lost. */
class OverloadTest {

    /** As {@link TestWiring} says. */
    private static final int PLACES = 24;

    private final Api zhang = TestHub.citizen("zhang").in("en");

    /** A request that is under way: its head is sent, its body not yet. */
    private static final class UnderWay implements AutoCloseable {

        private final Socket socket;
        private final byte[] body;

        UnderWay(Api caller) throws IOException {
            this(caller, "/v1/cases", "application/json", Application.transfer().toString());
        }

        UnderWay(Api caller, String path, String type, String text) throws IOException {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), TestHub.uri("/").getPort());
            socket.setSoTimeout(20_000);
            body = text.getBytes(StandardCharsets.UTF_8);
            var head = "POST " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + caller.token()
                    + "\r\nIdempotency-Key: " + UUID.randomUUID()
                    + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }

        String end() throws IOException {
            socket.getOutputStream().write(body);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(in.readLine()).substring("HTTP/1.1 ".length()).strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void refusesWhatIsTooMuchAtOnceAndEndsWhatItTook() throws IOException {
        var taken = new ArrayList<UnderWay>();
        try {
            for (int i = 0; i < PLACES; i++) {
                taken.add(new UnderWay(zhang));
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(submit().problem()).isEqualTo("503 overloaded"));

            var refused = tenTimesTheLoad();

            assertThat(refused).allSatisfy(reply -> {
                assertThat(reply.problem()).isEqualTo("503 overloaded");
                assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(2, 10);
            });
            assertThat(zhang.get("/v1/cases").status()).isEqualTo(200);
            assertThat(zhang.post("/v1/checklists", "{}").status()).isNotEqualTo(503);
            assertThat(new Api("en", "").get("/help/problems/overloaded").status())
                    .isEqualTo(200);
            for (var one : taken) {
                assertThat(one.end()).isEqualTo("202");
            }
        } finally {
            for (var one : taken) {
                one.close();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> submit().status() == 202);
    }

    /** Each has megabytes and a connection in hand for long: departments that hand in all at once take nobody else's. */
    @Test
    void takesTwoStocksAtOnceAndNoMore() throws IOException {
        var at = "/v1/admin/licences:import?asOf=2026-11-20";
        var registry = TestHub.department("land-registry").in("en");
        try (var first = new UnderWay(registry, at, "application/x-ndjson", "[]");
                var second = new UnderWay(registry, at.replace(":", "%3A"), "application/x-ndjson", "[]")) {
            Awaitility.await().untilAsserted(() -> assertThat(
                            registry.post(at, "not looked at").problem())
                    .isEqualTo("503 overloaded"));

            assertThat(registry.post(at.replace(":", "%3A"), "not looked at").problem())
                    .isEqualTo("503 overloaded");
            assertThat(TestHub.client("operator")
                            .get("/v1/admin/bad-identifiers")
                            .status())
                    .as("operators do what else they need to")
                    .isEqualTo(200);
            assertThat(first.end()).isEqualTo("200");
            assertThat(second.end()).isEqualTo("200");
        }
        Awaitility.await().until(() -> registry.post(at, "{}").status() == 415);
    }

    private Api.Reply submit() {
        return zhang.post("/v1/cases", Application.transfer().toString());
    }

    /** Refused within a second each, whatever else the machine does: nothing of them was read, checked or looked up. */
    private List<Api.Reply> tenTimesTheLoad() {
        long begin = System.nanoTime();
        var refused = IntStream.range(0, 10 * PLACES)
                .parallel()
                .mapToObj(_ -> new Api("en", "").post("/v1/cases", "not looked at"))
                .toList();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        return refused;
    }

    @Test
    void tellsOneWhoSendsTooMuchAndNobodyElse() throws Exception {
        var zhou = TestHub.citizen("zhou").in("en");

        var refused = sendUntilRefused(zhou);

        assertThat(refused.problem()).isEqualTo("429 too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"caller\";q=200;w=2");
        assertThat(refused.header("RateLimit")).isEqualTo("\"caller\";r=0;t=1");
        assertThat(zhang.post("/v1/checklists", "{}").status()).isNotEqualTo(429);
        assertThat(zhou.get("/v1/cases").status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> zhou.post("/v1/checklists", "{}").status() != 429);
    }

    private static Api.Reply sendUntilRefused(Api caller) throws Exception {
        Callable<Api.Reply> sender = () -> Stream.generate(() -> caller.post("/v1/checklists", "{}"))
                .limit(2_000)
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            return senders.invokeAny(Collections.nCopies(16, sender));
        }
    }
}
