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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;
import org.onewindow.hub.client.Tokens;

/** The real processes under trial: a hub that may be killed, departments that may be switched, and one case at a time. */
final class TrialHouse implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(90);

    /** Longer than any lease: what the killed hub had begun may be taken up. */
    private static final Duration LEASES_LAPSE = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** What is not over by then waits for its time to come, not for the machine. */
    private static final int LOOKS_IN_VAIN = 40;

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final House house;
    private Child hub;
    private MainCase home;
    private Citizens citizens;

    private TrialHouse(House house, Child hub) {
        this.house = house;
        this.hub = hub;
        this.home = newCase(house);
        this.citizens = new Citizens(home, house, () -> {});
    }

    /** Starts everything, with the main case handed in; its data lie under {@code target}, where the database's user may go. */
    static TrialHouse start(String folder) throws IOException, InterruptedException {
        var launcher = Path.of("../hub").toAbsolutePath().normalize();
        var data = DemoFolder.prepare(Path.of("target", folder), false);
        var house = new House(launcher, data, Ports.choose(0, 0, 0), "en");
        Demo.toMorning(house.clock());
        house.startSimulators();
        var hub = house.startHub();
        house.awaitReady(READY);
        return new TrialHouse(house, hub);
    }

    private static MainCase newCase(House house) {
        var tokens = new Tokens(house.hub());
        var signedOn = LocalDate.now(house.clock()).minusDays(4);
        return MainCase.submit(house.hub(), tokens.token("zhang"), tokens.token("wang"), signedOn);
    }

    /** The city as it was, on another morning, and the main case once more. */
    void beginAgain() {
        control("POST", "/sim/reset", "");
        Demo.toMorning(house.clock());
        home = newCase(house);
        citizens = new Citizens(home, house, () -> {});
    }

    HubApi hub() {
        return house.hub();
    }

    MainCase home() {
        return home;
    }

    Path data() {
        return house.folder().path();
    }

    void kill() throws InterruptedException {
        house.kill(hub);
    }

    /** With all departments as they should be, and some time later. */
    void restart() throws IOException, InterruptedException {
        control("DELETE", "/sim/modes", "");
        house.clock().advance(LEASES_LAPSE);
        hub = house.startHub();
        house.awaitReady(READY);
    }

    /** Lets people act until the point is reached. */
    void until(BooleanSupplier point) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
            // looked at before the point: whoever acts on what came after it would go beyond it
            var seen = home.look();
            if (point.getAsBoolean()) {
                return true;
            }
            citizens.act(seen);
            return false;
        });
    }

    /** The case comes to this end, and every effect was had once: none lost, none doubled. */
    void endsAs(String state) {
        var looks = new AtomicInteger();
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(LOOK_EVERY)
                .ignoreException(HubUnreachable.class)
                .until(() -> {
                    var seen = home.look();
                    citizens.act(seen);
                    settleTasks();
                    if (looks.incrementAndGet() % LOOKS_IN_VAIN == 0) {
                        house.clock().advance(A_WHILE);
                    }
                    return seen.path("state").path("finished").asBoolean();
                });
        var exported = Play.exported(house.hub(), home.number(), operator());
        var ledgers = Ledgers.compare(exported, house.city().ledger());
        assertThat(exported.path("state").asText())
                .as(exported.toPrettyString())
                .isEqualTo(state);
        assertThat(ledgers.differences())
                .as("%s%n%s", ledgers.lines(), exported.path("attempts"))
                .isEmpty();
    }

    /** What only a person may take back is taken back. */
    private void settleTasks() {
        var resolution =
                HubApi.JSON.createObjectNode().put("resolution", "happened").put("reason", "taken back by hand");
        for (var task : house.hub().get("/v1/admin/tasks", operator()).body().path("items")) {
            if (task.path("number").asText().equals(home.number())) {
                house.hub()
                        .post(
                                "/v1/admin/tasks/" + task.path("id").asText() + "/resolution",
                                operator(),
                                resolution,
                                Map.of(
                                        "Idempotency-Key",
                                        "settle-" + task.path("id").asText()));
            }
        }
    }

    void withdraw() {
        MainCase.expectGood(
                house.hub()
                        .post(
                                home.path() + "/withdrawal",
                                new Tokens(house.hub()).token("zhang"),
                                HubApi.JSON.createObjectNode(),
                                Map.of("Idempotency-Key", home.number() + "-withdraw")),
                "demo-look-failed");
    }

    boolean isWaiting(String step) {
        return Citizens.isWaiting(home.look(), step);
    }

    String operator() {
        return new Tokens(house.hub()).token("operator");
    }

    void mode(String operation, String mode) {
        control("PUT", "/sim/modes/" + operation, "{\"mode\": \"" + mode + "\", \"times\": 1}");
    }

    boolean called(String department, String operation) {
        return has("/sim/calls?department=" + department, "operation", operation);
    }

    boolean hasEffect(String department, String kind) {
        return has("/sim/ledger?department=" + department, "kind", kind);
    }

    private boolean has(String path, String field, String value) {
        for (var one : control("GET", path, "")) {
            if (one.path(field).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    JsonNode control(String method, String path, String body) {
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

    /** A connection to the hub's own database, to hold on to what it wants to write. */
    Connection database() throws IOException, SQLException {
        var postgres = data().resolve("postgres");
        var port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "hub",
                Files.readString(postgres.resolve("password")).strip());
    }

    @Override
    public void close() {
        house.close();
    }
}
