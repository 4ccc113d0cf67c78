package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;
import org.onewindow.hub.client.Tokens;

/**
 * Two real nodes on one database and one broker, under steady applications, while nodes are killed (-9), frozen and thawed, and the
 * broker is killed: nothing is lost, nothing happens twice, and what a lost node had in hand is in others' hands within 20 s.
 *
 * <p>A minute by default, with one of each. {@code -Dnodes.minutes=5} plays as many minutes, with one node killed every 20 s and the
 * broker killed twice; {@code -Dnodes.rate=20} is the applications a second (4). What was seen is written to
 * {@code target/nodes/report.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesIT {

    private static final int MINUTES = Integer.getInteger("nodes.minutes", 0);
    private static final int RATE = Integer.getInteger("nodes.rate", 4);
    private static final Duration KILL_EVERY = Duration.ofSeconds(20);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(20);
    private static final Duration FROZEN = Duration.ofSeconds(16);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);

    private final NodesCity city = NodesCity.open();
    private final TrialNodes nodes = new TrialNodes(city.base(), "a", "b");
    private final String citizen = new Tokens(nodes.hub("a")).token("zhang");
    private final String operator = new Tokens(nodes.hub("a")).token("operator");
    private final List<Loss> losses = new ArrayList<>();
    private final List<String> report = new ArrayList<>();

    /** A node that was killed or frozen. */
    private record Loss(String node, String how, Instant at) {}

    NodesIT() throws IOException {}

    @AfterAll
    void close() {
        nodes.close();
        city.close();
    }

    @Test
    void whateverIsLostNothingIsLostAndNothingHappensTwice() throws Exception {
        int before = drained().count();
        var applicants = Applicants.begin(nodes.hubs(), citizen, RATE);
        try (applicants) {
            if (MINUTES == 0) {
                oneOfEach();
            } else {
                manyOfEach(Duration.ofMinutes(MINUTES));
            }
        }
        assertThat(applicants.failures()).isEmpty();
        var taken = applicants.taken();
        assertThat(taken).hasSize(applicants.begun());
        tell("applications: %d, all taken; %d times a node did not answer"
                .formatted(taken.size(), applicants.unanswered()));
        nodes.awaitReady("a");
        nodes.awaitReady("b");

        var drained = drained();
        tell("cases: %d, approved %d, left to a person %s"
                .formatted(drained.count(), drained.approved(), drained.explained()));
        assertThat(drained.count()).isEqualTo(before + taken.size());
        assertThat(taken.values()).allMatch(drained::has);
        assertThat(drained.doubled()).isEmpty();
        assertThat(drained.missing()).isEmpty();

        settleByTheLedger();
        var settled = drained();
        assertThat(settled.approved()).isEqualTo(settled.count());
        assertThat(settled.doubled()).isEmpty();
        assertThat(settled.missing()).isEmpty();
        tell("effects: %d, lost 0, doubled 0".formatted(city.effects()));
        tellOfTakeovers(settled);
        assertThat(nodes.hub("b")
                        .get("/v1/admin/verify-audit", operator)
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whoFollowsReadinessNoticesNothingOfARollingRestart() throws Exception {
        var applicants = Applicants.beginWhereReady(nodes.hubs(), citizen, RATE);
        try (applicants) {
            for (var node : List.of("a", "b")) {
                pass(Duration.ofSeconds(2));
                nodes.stop(node);
                nodes.start(node);
                nodes.awaitReady(node);
            }
            pass(Duration.ofSeconds(2));
        }

        assertThat(applicants.failures()).isEmpty();
        assertThat(applicants.unanswered()).isZero();
        assertThat(applicants.taken()).hasSize(applicants.begun());
        var drained = drained();
        assertThat(applicants.taken().values()).allMatch(drained::has);
        assertThat(drained.doubled()).isEmpty();
        assertThat(drained.missing()).isEmpty();
    }

    private void oneOfEach() throws Exception {
        pass(Duration.ofSeconds(5));
        kill("a");
        nodes.start("a");
        nodes.awaitReady("a");
        pass(Duration.ofSeconds(3));
        freeze("b");
        nodes.killBroker();
        pass(Duration.ofSeconds(2));
        nodes.restartBroker();
        pass(FROZEN);
        nodes.thaw("b");
        pass(Duration.ofSeconds(3));
    }

    /** A node is killed every 20 s, as soon as the other is there; one is frozen in the middle, and the broker killed twice. */
    private void manyOfEach(Duration length) throws Exception {
        var end = Instant.now().plus(length);
        int rounds = (int) length.dividedBy(KILL_EVERY);
        for (int round = 0; Instant.now().isBefore(end); round++) {
            var next = Instant.now().plus(KILL_EVERY);
            var victim = round % 2 == 0 ? "a" : "b";
            nodes.awaitReady(victim.equals("a") ? "b" : "a");
            if (round == rounds / 2) {
                freeze(victim);
                pass(FROZEN);
                nodes.thaw(victim);
            } else {
                kill(victim);
                nodes.start(victim);
            }
            if (round == rounds / 3 || round == 2 * rounds / 3) {
                nodes.killBroker();
                pass(Duration.ofSeconds(2));
                nodes.restartBroker();
                tell("broker killed");
            }
            pass(Duration.between(Instant.now(), next));
        }
    }

    private void kill(String node) throws InterruptedException {
        nodes.kill(node);
        losses.add(new Loss(node, "killed", Instant.now()));
    }

    private void freeze(String node) throws IOException, InterruptedException {
        nodes.freeze(node);
        losses.add(new Loss(node, "frozen", Instant.now()));
    }

    /** Time goes by, with applications coming in. */
    private static void pass(Duration time) {
        if (time.isPositive()) {
            var until = Instant.now().plus(time);
            Awaitility.await().atMost(time.plusSeconds(30)).until(() -> !Instant.now()
                    .isBefore(until));
        }
    }

    /** As soon as every case is over or in a person's hands. */
    private NodesReport drained() {
        return Awaitility.await("all cases over or explained")
                .atMost(DRAINED_WITHIN)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreException(HubUnreachable.class)
                .until(this::look, seen -> seen.unexplained().isEmpty());
    }

    private NodesReport look() {
        return new NodesReport(nodes.hub("b").lines("/v1/admin/export/cases", operator), city);
    }

    /** A person looks into the archive, and tells the hub what stands there. */
    private void settleByTheLedger() {
        openTasks().forEach(task -> {
            boolean happened =
                    city.effects("archive/entries", task.path("number").asText()) == 1;
            var resolution = HubApi.JSON
                    .createObjectNode()
                    .put("resolution", happened ? "happened" : "did-not-happen")
                    .put("reason", "looked up in the archive");
            var id = task.path("id").asText();
            var path = "/v1/admin/tasks/" + id + "/resolution";
            var reply = nodes.hub("b").post(path, operator, resolution, Map.of("Idempotency-Key", "settle-" + id));
            assertThat(reply.good()).as("%s: %s", task, reply.problem()).isTrue();
        });
        Awaitility.await().until(() -> openTasks().findAny().isEmpty());
    }

    private Stream<JsonNode> openTasks() {
        var items = nodes.hub("b").get("/v1/admin/tasks", operator).body().path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private void tellOfTakeovers(NodesReport seen) throws IOException {
        for (var loss : losses) {
            var all = seen.takeovers(loss.node(), loss.at(), TAKEN_OVER_WITHIN.multipliedBy(2));
            var again = all.stream()
                    .map(NodesReport.Takeover::calledAgain)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            tell("node %s %s: %d acts in hand, in doubt after %s s at most, called again after %s s"
                    .formatted(
                            loss.node(),
                            loss.how(),
                            all.size(),
                            all.stream()
                                    .map(NodesReport.Takeover::inDoubt)
                                    .max(Duration::compareTo)
                                    .map(NodesIT::seconds)
                                    .orElse("-"),
                            again.isEmpty() ? "-" : seconds(again.getFirst()) + " to " + seconds(again.getLast())));
            assertThat(all)
                    .as("what node %s had in hand when it was %s", loss.node(), loss.how())
                    .allMatch(takeover -> takeover.inDoubt().compareTo(TAKEN_OVER_WITHIN) <= 0);
        }
        Files.write(Path.of("target/nodes/report.txt"), report);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private void tell(String line) {
        report.add(line);
    }
}
