package org.onewindow.portal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.postgres.PostgresServer;

/** Who may ask what 吴䶮 needs for an application: himself, his agent, and a window to which he came. */
class ChecklistsForOthersTest {

    private static final String WU = "370105196810124039";
    private static final String MATTER = "utilities-transfer";

    private final Api wu = TestHub.citizen("wu");
    private final Api sun = TestHub.citizen("sun");
    private final Api window = TestHub.client("window");

    @Test
    void anAgentIsAnsweredAboutTheirPrincipalByAMandateOnly() {
        assertThat(sun.post("/v1/checklists", accounts().toString()).problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
        var mandate = mandate();

        var list = sun.post("/v1/checklists", accounts().toString());

        assertThat(list.status()).as(list.raw().body()).isEqualTo(200);
        assertThat(standing(list.json(), "real-estate-title.1")).isEqualTo("satisfied-licence");
        assertThat(list.raw().body()).doesNotContain(WU, "吴䶮");
        assertThat(uses()).contains("predicate, delegate, " + MATTER + ", portal, ");
        assertThat(sun.post("/v1/checklists", transfer().toString()).problem())
                .as("a mandate for another matter")
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
        assertThat(wu.post("/v1/mandates/" + mandate + ":revoke", "").status()).isEqualTo(204);
        assertThat(sun.post("/v1/checklists", accounts().toString()).problem())
                .isEqualTo("403 mandate-needed /applicant=mandate-needed");
    }

    /** What was found before they revoked is shown to nobody: the stores are made slow by who holds a table of theirs. */
    @Test
    void nothingIsAnsweredWhereTheMandateEndsBeforeTheAnswer() throws Exception {
        var mandate = mandate();
        long before = TestHub.sql()
                .sql("select coalesce(max(seq), 0) from audit.event")
                .query(Long.class)
                .single();
        CompletableFuture<Api.Reply> answer;
        try (var slow = owner();
                var held = slow.createStatement()) {
            slow.setAutoCommit(false);
            held.execute("lock table lic.co_holder in access exclusive mode");
            answer = CompletableFuture.supplyAsync(
                    () -> sun.post("/v1/checklists", accounts().toString()));
            Awaitility.await().until(() -> TestHub.owner()
                    .sql(
                            "select exists (select from pg_locks where relation = 'lic.co_holder'::regclass and not granted)")
                    .query(Boolean.class)
                    .single());

            assertThat(wu.post("/v1/mandates/" + mandate + ":revoke", "").status())
                    .isEqualTo(204);
            slow.rollback();
        }

        assertThat(answer.get(1, TimeUnit.MINUTES).problem()).isEqualTo("409 use-refused =over");
        assertThat(TestHub.sql()
                        .sql(
                                "select action || ' ' || outcome from audit.event where seq > ? and outcome = 'over'"
                                        + " union all select action || ' ' || outcome from audit.event where seq > ? and action = 'checklist'")
                        .params(before, before)
                        .query(String.class)
                        .list())
                .as("written down once")
                .containsExactly("looked-for over");
    }

    @Test
    void aTypedNumberAloneTellsAWindowNothing() {
        int before = refused();

        assertThat(window.post("/v1/checklists", accounts().toString()).problem())
                .isEqualTo("403 presence-needed");
        assertThat(window.post(
                                "/v1/checklists",
                                accounts().put("qr", "use_guessed").toString())
                        .problem())
                .isEqualTo("404 authorisation-unknown");
        assertThat(window.post("/v1/checklists", accounts().put("qr", 7).toString())
                        .problem())
                .isEqualTo("400 request-malformed /qr=wrong-type");

        assertThat(refused()).as("written down").isEqualTo(before + 1);
    }

    @Test
    void aWindowAsksForThePersonWhoShowsTheirCodeThere() {
        var request = accounts().put("qr", shown(wu)).toString();

        var list = window.post("/v1/checklists", request);

        assertThat(list.status()).as(list.raw().body()).isEqualTo(200);
        assertThat(standing(list.json(), "real-estate-title.1")).isEqualTo("satisfied-licence");
        assertThat(list.raw().body()).doesNotContain(WU, "吴䶮");
        assertThat(uses()).contains("predicate, holder-live, " + MATTER + ", window, ");
        var look = wu.get("/v1/me/materials/usage?limit=1").json().at("/items/0");
        assertThat(Stream.of("how", "matter", "by", "material")
                        .map(field -> look.path(field).asText()))
                .as("whatever there was")
                .containsExactly("looked-for", MATTER, "window", "");
        assertThat(look.path("types").toString()).contains("real-estate-title");
        assertThat(window.post("/v1/checklists", request).problem()).isEqualTo("409 use-refused =used-up");
        assertThat(window.post(
                                "/v1/checklists",
                                accounts().put("qr", shown(sun)).toString())
                        .problem())
                .as("somebody else shows theirs")
                .isEqualTo("403 presence-needed /qr=of-another");
        assertThat(sun.post("/v1/checklists", accounts().put("qr", shown(wu)).toString())
                        .problem())
                .as("that is for windows")
                .isEqualTo("403 not-allowed");
    }

    @Test
    void aWindowAsksForAnOpenCaseOfTheMatterThatNamesThem() {
        var number = window.post(
                        "/v1/cases", transfer().put("channel", "window").toString())
                .json()
                .path("number")
                .asText();

        var list = window.post(
                "/v1/checklists", transfer().put("caseNumber", number).toString());

        assertThat(list.status()).as(list.raw().body()).isEqualTo(200);
        assertThat(list.json().path("items")).hasSize(2);
        assertThat(uses()).contains("predicate, statutory, used-home-transfer, window, " + number);
        var ofAnother = transfer().put("caseNumber", number);
        ofAnother.set("applicant", Application.person("孙建国", "370103197506183028"));
        for (var useless : new ObjectNode[] {
            accounts().put("caseNumber", number),
            transfer().put("caseNumber", "OW000000-00000000-0"),
            transfer().put("caseNumber", "none"),
            ofAnother
        }) {
            assertThat(window.post("/v1/checklists", useless.toString()).problem())
                    .isEqualTo("404 case-unknown");
        }
    }

    private static Connection owner() throws SQLException {
        var postgres = TestHub.bean(PostgresServer.class);
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** That he gives his agent for this matter; its id. */
    private String mandate() {
        var given = wu.post(
                "/v1/mandates",
                """
                {"agent": {"idType": "resident-id", "idNumber": "370103197506183028"}, "matters": ["%s"], "until": "%s"}"""
                        .formatted(
                                MATTER,
                                TestHub.clock()
                                        .instant()
                                        .plus(Duration.ofDays(30))
                                        .truncatedTo(ChronoUnit.SECONDS)));
        assertThat(given.status()).as(given.raw().body()).isEqualTo(201);
        return given.json().path("id").asText();
    }

    /** What a picture of their identity card says. */
    private static String shown(Api holder) {
        var card = StreamSupport.stream(
                        holder.get("/v1/licences").json().path("items").spliterator(), false)
                .filter(one -> one.path("type").asText().equals("resident-identity-card"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return holder.post("/v1/qr", "{\"licence\": \"%s\"}".formatted(card))
                .json()
                .path("qr")
                .asText();
    }

    /** As he sees them. */
    private List<String> uses() {
        return StreamSupport.stream(
                        wu.get("/v1/me/usage?limit=20").json().path("items").spliterator(), false)
                .map(use -> Stream.of("mode", "basis", "purpose", "by", "caseNumber")
                        .map(field -> use.path(field).asText())
                        .collect(joining(", ")))
                .toList();
    }

    private static int refused() {
        return Objects.requireNonNull(TestHub.sql()
                .sql("select count(*) from audit.event where action = 'look-for' and outcome = 'no-purpose'")
                .query(Integer.class)
                .single());
    }

    private static String standing(JsonNode list, String key) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(one -> one.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + list))
                .path("state")
                .path("code")
                .asText();
    }

    private static ObjectNode accounts() {
        var request = Api.JSON.createObjectNode().put("matter", MATTER);
        request.set("applicant", Application.person("吴䶮", WU));
        return request;
    }

    /** He buys a home. */
    private static ObjectNode transfer() {
        var request = Application.transfer();
        request.set("applicant", Application.person("吴䶮", WU));
        request.withArray("parties")
                .set(1, Application.person("吴䶮", WU).put("role", "buyer").put("share", "1/1"));
        return request;
    }
}
