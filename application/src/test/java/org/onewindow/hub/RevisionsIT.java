package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onewindow.hub.client.HubApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes whose configuration changes under load: no request fails, every answer is of one revision, cases end as they began. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsIT {

    private static final int REVISIONS = 30;
    private static final int A_SECOND = 100;

    private static final int LEAST = 25;

    /** So many answers are owed by a machine that does not keep up. */
    private static final int BEHIND = 20;

    private static final Logger LOG = LoggerFactory.getLogger(RevisionsIT.class);

    private static final List<String> CITIZENS = List.of("zhang", "wang", "chen", "li", "liu", "zhao", "sun", "zhou");

    private final Path folder;
    private final Echo echo = new Echo();
    private final TrialTree trees = new TrialTree(echo.base());
    private final TrialHub hub;

    RevisionsIT() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "revisions")), "it");
        hub = TrialHub.start(folder.resolve("first"));
    }

    @BeforeAll
    void aDepartmentJoins() {
        assertThat(served(hub.pack("/v1/admin/configuration", trees.whole("0")))
                        .path("disabled")
                        .toString())
                .isEqualTo("[\"marks\"]");
        assertThat(ask(hub, "zhang").path("answers").path("first").path("state").asText())
                .as("before it is enabled")
                .isEqualTo("unavailable");
        served(hub.operator("POST", "/v1/admin/departments/marks/enable", ""));
    }

    @AfterAll
    void close() {
        hub.close();
        echo.close();
    }

    /** What served for sure when it was asked, and what came. */
    private record Asked(int applied, HubApi.Reply reply) {}

    @Test
    void thirtyRevisionsServeOneAfterTheOtherUnderLoad() throws Exception {
        var hashes = new HashMap<String, String>();
        hashes.put("00", applied("00"));
        var serves = new AtomicInteger();
        int aSecond = rateOfThisMachine();
        try (var load = load(aSecond, serves)) {
            for (int revision = 1; revision <= REVISIONS; revision++) {
                var mark = Integer.toString(revision);
                hashes.put(mark, applied(mark));
                serves.set(revision);
                // the load goes on whatever happens; a machine that is behind is not asked for the next revision as
                // well
                await().atMost(Duration.ofSeconds(60)).until(() -> load.owed() < BEHIND);
            }
            assertThat(load.rate()).as("asked a second").isGreaterThanOrEqualTo(aSecond * 0.9);
            var answers = load.end();
            assertThat(load.failures()).isEmpty();
            assertThat(hashes.values()).doesNotHaveDuplicates();
            var seen = new HashSet<String>();
            answers.forEach(answer -> seen.add(ofOneRevision(answer.value(), hashes)));
            assertThat(seen).as("revisions that answered").hasSizeGreaterThan(REVISIONS / 2);
            LOG.info(
                    "{} answers at {} a second, {} revisions; {}", answers.size(), aSecond, REVISIONS, waited(answers));
        }
    }

    private OpenLoop<Asked> load(int aSecond, AtomicInteger serves) {
        var tokens = CITIZENS.stream().map(hub::token).toList();
        return OpenLoop.begin(aSecond, number -> {
            int before = serves.get();
            return new Asked(before, question(hub, tokens.get(number % tokens.size())));
        });
    }

    /** A hundred, but on a machine that has so much else to do that it falls behind while nothing is applied. */
    private int rateOfThisMachine() {
        for (int aSecond = A_SECOND; aSecond > LEAST; aSecond /= 2) {
            try (var calm = load(aSecond, new AtomicInteger())) {
                int enough = 3 * aSecond;
                await().atMost(Duration.ofSeconds(12)).until(() -> calm.asked() >= enough && calm.owed() < BEHIND);
                return aSecond;
            } catch (ConditionTimeoutException behind) {
                LOG.warn("this machine does not answer {} a second while nothing is applied", aSecond);
            }
        }
        return LEAST;
    }

    /** Lets it serve; the hash that is told is the one that serves. */
    private String applied(String mark) {
        var told = served(hub.pack("/v1/admin/departments/marks", trees.pack(mark)));
        assertThat(told.path("departments").toString()).isEqualTo("[\"marks\"]");
        var revision = told.path("revision").asText();
        assertThat(hub.configuration().path("revision").asText()).isEqualTo(revision);
        return revision;
    }

    private static String ofOneRevision(Asked asked, Map<String, String> hashes) {
        var reply = asked.reply();
        assertThat(reply.status()).as(reply.problem()).isEqualTo(200);
        assertThat(reply.body().path("complete").asBoolean())
                .as("%s", reply.body())
                .isTrue();
        var mark = markOf(reply.body());
        assertThat(reply.body().path("configuration").asText()).isEqualTo(hashes.get(mark));
        assertThat(Integer.parseInt(mark))
                .as("never older than what was told to serve when it was asked")
                .isGreaterThanOrEqualTo(asked.applied());
        return mark;
    }

    private static String waited(List<OpenLoop.Answer<Asked>> answers) {
        var sorted = answers.stream().map(OpenLoop.Answer::waited).sorted().toList();
        return "waited p50 %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis(),
                        sorted.getLast().toMillis());
    }

    @Test
    void aRollbackTakesLessThanASecond() {
        served(hub.pack("/v1/admin/departments/marks", trees.pack("rolled")));
        var fastest = Duration.ofMinutes(1);
        for (int i = 0; i < 3; i++) {
            var before = System.nanoTime();
            served(hub.operator("POST", "/v1/admin/configuration/rollback", "{}"));
            var took = Duration.ofNanos(System.nanoTime() - before);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aCaseEndsOnTheRevisionItBeganOnWhateverServesMeanwhileAndOnWhicheverNode() throws Exception {
        served(hub.pack("/v1/admin/configuration", trees.whole("old")));
        var number = open();
        served(hub.pack("/v1/admin/configuration", trees.whole("new")));
        var later = open();

        try (var second = hub.beside(folder.resolve("second"))) {
            assertThat(second.configuration().path("revision").asText())
                    .as("a node that starts serves what all serve")
                    .isEqualTo(hub.configuration().path("revision").asText());
            assertThat(nameOfMake(second, number)).isEqualTo("Make old");
            assertThat(nameOfMake(second, later)).isEqualTo("Make new");
            confirm(number);
            confirm(later);
            await().atMost(Duration.ofSeconds(60)).until(() -> isOver(number) && isOver(later));
            assertThat(marksOf(number)).containsOnly("old");
            assertThat(marksOf(later)).containsOnly("new");

            var told = served(hub.pack("/v1/admin/departments/marks", trees.pack("followed")));
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                            ask(second, "wang").path("configuration").asText())
                    .isEqualTo(told.path("revision").asText()));
            assertThat(markOf(ask(second, "wang"))).isEqualTo("followed");
            assertThat(hub.configuration().path("nodes"))
                    .extracting(node -> node.path("revision").asText())
                    .hasSize(2)
                    .containsOnly(told.path("revision").asText());
        }
    }

    @Test
    void whatIsToBeAskedOfADisabledDepartmentWaitsAndGoesOn() {
        var number = open();
        served(hub.operator("POST", "/v1/admin/departments/marks/disable", ""));
        confirm(number);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        step(hub, number, "make").path("state").path("why").asText())
                .isEqualTo(
                        "Bureau of marks is not called for now; the case goes on by itself when it is enabled again."));

        served(hub.operator("POST", "/v1/admin/departments/marks/enable", ""));
        served(hub.operator("POST", "/v1/admin/departments/marks/enable", ""));
        hub.operator("POST", "/v1/admin/clock/advance", "{\"by\": \"2m\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> isOver(number));
    }

    @Test
    void aDepartmentThatOpenCasesNeedStays() {
        open();

        var told = hub.pack("/v1/admin/configuration", TrialTree.city().zip());

        assertThat(told.status()).as("%s", told.body()).isEqualTo(409);
        assertThat(told.body().path("code").asText()).isEqualTo("department-needed");
        assertThat(told.body().path("errors").path(0).path("detail").asText()).isEqualTo("marks");
    }

    private static JsonNode served(HubApi.Reply reply) {
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        return reply.body();
    }

    private static HubApi.Reply question(TrialHub hub, String token) {
        var body = HubApi.JSON.createObjectNode();
        body.putObject("form");
        return hub.api().post("/v1/inquiries/marks", token, body, Map.of());
    }

    private static JsonNode ask(TrialHub hub, String name) {
        return served(question(hub, hub.token(name)));
    }

    /** The one mark in all that was sent and read. */
    private static String markOf(JsonNode answer) {
        var marks = new ArrayList<String>();
        answer.path("answers").forEach(one -> {
            marks.add(one.path("facts").path("sent").asText());
            marks.add(one.path("facts").path("read").asText());
        });
        assertThat(marks).as("%s", answer).hasSize(4);
        assertThat(marks.stream().distinct().toList())
                .as("one revision in one answer")
                .hasSize(1);
        return marks.getFirst();
    }

    /** Zhang applies for what is Wang's. */
    private String open() {
        var request = HubApi.JSON.createObjectNode().put("matter", "marks").put("channel", "portal");
        request.set("applicant", person("张铭", "370102198503078212").put("phone", "13800138000"));
        request.putArray("parties")
                .add(person("王强", "370102197909143315").put("role", "owner"))
                .add(person("张铭", "370102198503078212").put("role", "user"));
        request.putObject("form");
        request.putArray("materials");
        var reply = hub.post("zhang", "/v1/cases", request.toString());
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
        return reply.body().path("number").asText();
    }

    private static ObjectNode person(String name, String number) {
        return HubApi.JSON
                .createObjectNode()
                .put("kind", "person")
                .put("name", name)
                .put("idType", "resident-id")
                .put("idNumber", number);
    }

    private void confirm(String number) {
        await().atMost(Duration.ofSeconds(20)).until(() -> step(hub, number, "agreement")
                .path("state")
                .path("code")
                .asText()
                .equals("waiting"));
        assertThat(hub.post("wang", "/v1/cases/" + number + "/confirmations", "{\"agree\": true}")
                        .status())
                .isEqualTo(201);
    }

    private static JsonNode look(TrialHub hub, String number) {
        return served(hub.api().get("/v1/cases/" + number, hub.token("zhang")));
    }

    private static JsonNode step(TrialHub hub, String number, String id) {
        for (var step : look(hub, number).path("steps")) {
            if (step.path("id").asText().equals(id)) {
                return step;
            }
        }
        throw new AssertionError("no step " + id);
    }

    private static String nameOfMake(TrialHub hub, String number) {
        return step(hub, number, "make").path("name").asText();
    }

    private boolean isOver(String number) {
        return look(hub, number).path("state").path("finished").asBoolean();
    }

    private List<String> marksOf(String number) {
        var marks = new ArrayList<String>();
        for (var id : List.of("make", "stamp")) {
            step(hub, number, id).path("facts").forEach(fact -> marks.add(fact.asText()));
        }
        assertThat(marks).hasSize(4);
        return marks;
    }
}
