package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.hub.TrialStore;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** What a whole hub shows of itself after a case: its metrics without anybody in them, and how its departments are doing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchIT {

    private static final String METRICS = "/actuator/prometheus";

    private final House house;

    /** Where this hub keeps what people hand in. */
    private final TrialStore store = new TrialStore();

    WatchIT(@TempDir Path folder) throws IOException {
        var launcher = Path.of("../hub").toAbsolutePath().normalize();
        house = new House(launcher, DemoFolder.prepare(folder.resolve("hub"), false), Ports.choose(0, 0, 0), "en");
    }

    @BeforeAll
    void start() throws Exception {
        Demo.toMorning(house.clock());
        house.startSimulators();
        TrialStore.writeKeys(house.folder().secrets());
        house.startHub(Map.of("HUB_BLOBS_URL", store.address()));
        house.awaitReady(Duration.ofMinutes(3));
    }

    @AfterAll
    void stop() {
        house.close();
        store.close();
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
                .contains("hub_bucket_calls_seconds_count{operation=\"put\",outcome=\"done\"")
                .contains("hub_bucket_bytes_total{operation=\"put\"}")
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
    void saysThatItsBucketIsAwayAndStaysReady() {
        store.refuse("AccessDenied");
        try {
            assertThat(handIn().status()).isEqualTo(503);

            assertThat(bucket()).isEqualTo("AWAY");
            assertThat(health("/actuator/health").path("status").asText()).isEqualTo("UP");
            assertThat(house.hub().isUp("/actuator/health/readiness")).isTrue();
            assertThat(scrape(Map.of()).raw().body()).contains("hub_bucket_reachable 0.0");
        } finally {
            store.refuse("");
        }
    }

    private HubApi.Reply handIn() {
        var headers = withToken(
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/pdf"), "zhang");
        var pdf = BodyPublishers.ofByteArray(Contract.pdf(List.of("Handed in while the bucket is away")));
        return house.hub().send("POST", "/v1/uploads?type=sale-contract", headers, pdf);
    }

    private String bucket() {
        return health("/actuator/health").at("/components/bucket/status").asText();
    }

    private JsonNode health(String path) {
        return house.hub().send("GET", path, Map.of(), BodyPublishers.noBody()).body();
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
