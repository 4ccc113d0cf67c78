package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** What a whole hub shows of itself after a case: its metrics without anybody in them, and how its departments are doing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchIT {

    private static final String METRICS = "/actuator/prometheus";

    private final House house;

    WatchIT(@TempDir Path folder) throws IOException {
        var launcher = Path.of("../hub").toAbsolutePath().normalize();
        house = new House(launcher, DemoFolder.prepare(folder.resolve("hub"), false), Ports.choose(0, 0, 0), "en");
    }

    @BeforeAll
    void start() throws Exception {
        Demo.toMorning(house.clock());
        house.startSimulators();
        house.startHub();
        house.awaitReady(Duration.ofMinutes(3));
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void measuresACaseWithoutNamingAnybody() {
        var sale = Sale.begin(house, Home.SEIZED);
        sale.untilEnd();

        Awaitility.await().untilAsserted(() -> assertThat(scrape(Map.of()).raw().body())
                .contains(
                        "hub_department_calls_seconds_count{department=\"land-registry\",operation=\"title\",outcome=\"answered\"")
                .contains("hub_submissions_total{outcome=\"taken\"} 1.0")
                .contains("hub_department_breaker{department=\"tax\"} 0.0")
                .contains("hub_queue_waiting{department=\"tax\"} 0.0")
                .contains("hikaricp_connections_active", "jvm_memory_used_bytes", "http_server_requests_seconds"));
        assertThat(scrape(Map.of()).raw().body())
                .doesNotContain(sale.number())
                .doesNotContainPattern("(?<![0-9.E])[0-9]{17}[0-9X](?![0-9])");
    }

    @Test
    void showsMetricsToOperatorsAndToTheMachineOnly() {
        var proxied = Map.of("X-Forwarded-For", "203.0.113.7");
        assertThat(scrape(proxied).status()).isIn(401, 403);
        assertThat(scrape(withToken(proxied, "zhang")).status()).isEqualTo(403);
        assertThat(scrape(withToken(proxied, "operator")).status()).isEqualTo(200);
        assertThat(house.hub().isUp("/actuator/env")).isFalse();
    }

    @Test
    void tellsHowDepartmentsAreDoing() {
        var reply = house.hub().get("/v1/departments", new Tokens(house.hub()).token("operator"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("items")).isNotEmpty();
        assertThat(reply.body().path("items"))
                .allSatisfy(one ->
                        assertThat(one.path("state").path("why").asText()).isNotEmpty());
    }

    private Map<String, String> withToken(Map<String, String> headers, String who) {
        var all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + new Tokens(house.hub()).token(who));
        return all;
    }

    private HubApi.Reply scrape(Map<String, String> headers) {
        return house.hub().send("GET", METRICS, headers, BodyPublishers.noBody());
    }
}
