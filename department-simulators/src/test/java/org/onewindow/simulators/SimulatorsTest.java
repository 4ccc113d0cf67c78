package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.simulators.Trial.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsTest {

    @Test
    void startsAsAProcessThatSaysWhenItIsReadyAndFollowsTheSharedClock(@TempDir Path folder) throws Exception {
        var clock = folder.resolve("clock");
        var process = start(folder, clock);
        try (var out = process.inputReader(StandardCharsets.UTF_8);
                var http = HttpClient.newHttpClient()) {
            var line = String.valueOf(out.readLine());
            var uri = URI.create(line.replaceFirst(".* on ", ""));

            assertThat(line).matches("simulators ready on http://127\\.0\\.0\\.1:\\d+");
            assertThat(state(http, uri)).isEqualTo("up");
            Files.writeString(clock, Long.toString(Duration.ofDays(400).toMillis()));
            await().until(() ->
                    now(http, uri).isAfter(OffsetDateTime.now(ZoneOffset.UTC).plusDays(399)));
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void startsForOtherModulesOnAFreePort() throws Exception {
        try (var first = Simulators.start(Settings.onFreePort(Trial.CITY));
                var second = Simulators.start(Settings.onFreePort(Trial.CITY));
                var http = HttpClient.newHttpClient()) {
            assertThat(first.port()).isPositive().isNotEqualTo(second.port());
            assertThat(state(http, second.uri())).isEqualTo("up");
        }
    }

    @Test
    void makesTheWorldNew() {
        try (var trial = new Trial(Settings.onFreePort(Trial.CITY).withReview(Duration.ZERO))) {
            var land = new LandCaller(trial).login();
            land.post(
                    "transfers",
                    LandCaller.transfer(
                            LandCaller.HOME,
                            LandCaller.WANG,
                            land.clearance(LandCaller.HOME),
                            "http://127.0.0.1:1/replies"));
            trial.mode("tax", "{\"mode\":\"down\"}");
            await().until(() -> trial.effects("land-registry").contains("transfer-registered"));

            trial.post("/sim/reset", "");

            assertThat(json(trial.get("/sim/ledger"))).isEmpty();
            assertThat(json(trial.get("/sim/calls"))).isEmpty();
            assertThat(json(trial.get("/sim/modes"))).isEmpty();
            assertThat(json(trial.get("/sim/deliveries"))).isEmpty();
            assertThat(json(land.title(LandCaller.HOME, "370102197909143315"))
                            .path("state")
                            .asText())
                    .isEqualTo("current");
        }
    }

    @Test
    void showsTheLedgerOfOneCase() {
        try (var trial = new Trial()) {
            var tax = new TaxCaller(trial);
            var sale = new Sale();
            tax.ask("key-key-key-key-1", sale.xml());
            sale.caseNumber = "OW-2";
            tax.ask("key-key-key-key-2", sale.xml());

            var ledger = json(trial.get("/sim/ledger?caseNumber=OW-2&department=tax"));
            var calls = json(trial.get("/sim/calls?caseNumber=OW-2"));

            assertThat(ledger).hasSize(1);
            assertThat(ledger.get(0).path("key").asText()).isEqualTo("key-key-key-key-2");
            assertThat(ledger.get(0).path("reference").asText()).startsWith("SS2026");
            assertThat(ledger.get(0).path("at").asText()).startsWith("2026-11-24T10:");
            assertThat(Trial.texts(calls, "operation")).containsExactly("assessTransferTax");
        }
    }

    @Test
    void readsItsSettingsFromTheEnvironment() {
        var settings = Settings.fromEnvironment(Map.of(
                "SIM_PORT", "8099",
                "SIM_BROKER_URL", "tcp://127.0.0.1:61616",
                "SIM_REVIEW", "PT2H",
                "HUB_CLOCK", "data/clock"));

        assertThat(settings.port()).isEqualTo(8099);
        assertThat(settings.review()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.clock()).hasValue(Path.of("data/clock"));
        assertThat(settings.broker().orElseThrow().login().user()).isEqualTo("gjj");
        assertThat(Settings.fromEnvironment(Map.of()).broker()).isEmpty();
    }

    private static Process start(Path folder, Path clock) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Simulators.class.getName())
                .redirectError(folder.resolve("err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SIM_PORT", "0",
                        "SIM_CITY", Trial.CITY.toString(),
                        "HUB_CLOCK", clock.toString()));
        return builder.start();
    }

    private static String state(HttpClient http, URI uri) throws Exception {
        return health(http, uri, "state");
    }

    private static OffsetDateTime now(HttpClient http, URI uri) throws Exception {
        return OffsetDateTime.parse(health(http, uri, "now"));
    }

    private static String health(HttpClient http, URI uri, String field) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(uri.resolve("/sim/health")).build(), HttpResponse.BodyHandlers.ofString());
        return json(answer).path(field).asText();
    }
}
