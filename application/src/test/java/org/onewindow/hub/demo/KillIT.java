package org.onewindow.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;
import org.onewindow.hub.client.Tokens;

/**
 * The real process, killed (-9) where it hurts, and started again: the case ends right, and no effect comes twice.
 *
 * <p>The points are reached by what the simulated departments do: they hang, answer late, or have their effect and cut the line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private House house;
    private Child hub;
    private MainCase home;
    private Citizens citizens;

    KillIT() throws IOException {
        var launcher = Path.of("../hub").toAbsolutePath().normalize();
        house = new House(launcher, DemoFolder.prepare(Path.of("target/kill"), false), Ports.choose(0, 0, 0), "en");
    }

    @BeforeAll
    void start() throws Exception {
        Demo.toMorning(house.clock());
        house.startSimulators();
        hub = house.startHub();
        house.awaitReady(READY);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @BeforeEach
    void beginsWithTheCityAsItWas() throws Exception {
        control("POST", "/sim/reset", "");
        Demo.toMorning(house.clock());
        var tokens = new Tokens(house.hub());
        home = MainCase.submit(
                house.hub(),
                tokens.token("zhang"),
                tokens.token("wang"),
                LocalDate.now(house.clock()).minusDays(4));
        citizens = new Citizens(home, house, () -> {});
    }

    @Test
    void afterTheApplicationWasTaken() throws Exception {
        killAndStart();

        endsWell();
    }

    @Test
    void afterTheLeaseOfAnAct() throws Exception {
        mode("land-registry/token", "hang");
        until(() -> called("land-registry", "token"));

        killAndStart();

        endsWell();
    }

    @Test
    void afterTheMessageWasSent() throws Exception {
        mode("tax/assess-transfer-tax", "hang");
        until(() -> called("tax", "assessTransferTax"));

        killAndStart();

        endsWell();
    }

    @Test
    void afterTheDepartmentsEffect() throws Exception {
        mode("tax/assess-transfer-tax", "late");
        until(() -> hasEffect("tax"));

        killAndStart();

        endsWell();
    }

    @Test
    void afterTheEffectOfADepartmentThatKnowsNoKeys() throws Exception {
        mode("civil-affairs/note-sale", "late");
        until(() -> hasEffect("civil-affairs"));

        killAndStart();
        house.clock().advance(Duration.ofMinutes(1));

        endsWell();
    }

    @Test
    void beforeThePaymentNotice() throws Exception {
        mode("payment-platform/notification", "down");
        until(() -> hasEffect("payment-platform", "bill-paid"));

        killAndStart();
        control("POST", "/sim/payment-platform/notifications", "");

        endsWell();
    }

    @Test
    void afterThePaymentNotice() throws Exception {
        until(() -> hasEffect("payment-platform", "bill-paid")
                && control("GET", "/sim/deliveries", "").isEmpty());

        killAndStart();

        endsWell();
    }

    @Test
    void withTheBrokersJournalDeleted() throws Exception {
        mode("housing-fund/withdraw-apply", "late");
        until(() -> hasEffect("housing-fund"));

        house.kill(hub);
        deleteTree(house.folder().path().resolve("broker"));
        restart();

        endsWell();
    }

    private void killAndStart() throws Exception {
        house.kill(hub);
        restart();
    }

    private void restart() throws Exception {
        control("DELETE", "/sim/modes", "");
        hub = house.startHub();
        house.awaitReady(READY);
    }

    /** Lets people act until the point is reached. */
    private void until(BooleanSupplier point) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (point.getAsBoolean()) {
                return true;
            }
            citizens.act(home.look());
            return false;
        });
    }

    private void endsWell() {
        Awaitility.await().atMost(SOON).ignoreException(HubUnreachable.class).until(() -> {
            var seen = home.look();
            citizens.act(seen);
            return seen.path("state").path("finished").asBoolean();
        });
        var operator = new Tokens(house.hub()).token("operator");
        var ledgers = Ledgers.compare(
                Play.exported(house.hub(), home.number(), operator),
                house.city().ledger());
        assertThat(home.look().path("state").path("code").asText()).isEqualTo("approved");
        assertThat(ledgers.differences()).isEmpty();
    }

    private void mode(String operation, String mode) throws Exception {
        control("PUT", "/sim/modes/" + operation, "{\"mode\": \"" + mode + "\", \"times\": 1}");
    }

    private boolean called(String department, String operation) {
        for (var call : control("GET", "/sim/calls?department=" + department, "")) {
            if (call.path("operation").asText().equals(operation)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasEffect(String department) {
        return !control("GET", "/sim/ledger?department=" + department, "").isEmpty();
    }

    private boolean hasEffect(String department, String kind) {
        for (var effect : control("GET", "/sim/ledger?department=" + department, "")) {
            if (effect.path("kind").asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(house.city().base() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString(UTF_8));
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isLessThan(300);
            return HubApi.JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
