package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.canonical.DepartmentReply.Refused;
import org.onewindow.cases.CaseState;

/** Clients told of their cases: registered, signed, repeated, written down; over real connections. */
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api portal = TestHub.client("portal");
    private final Api zhang = TestHub.citizen("zhang");
    private final Receiver receiver = Receiver.open();
    private final List<String> hooks = new ArrayList<>();

    @AfterEach
    void close() {
        hooks.forEach(hook -> portal.delete(hook));
        receiver.close();
    }

    private JsonNode register(Receiver at, String... events) {
        var made = portal.post("/v1/webhooks", wish(at.url(), events)).json();
        hooks.add("/v1/webhooks/" + made.path("id").asText());
        return made;
    }

    private static String wish(String url, String... events) {
        return Api.JSON.valueToTree(Map.of("url", url, "events", events)).toString();
    }

    private String refusedCase() {
        var path = openCase();
        new Departments(path.substring("/v1/cases/".length()))
                .answer(Map.of("title", new Refused("title-unknown", "no such title")));
        return path;
    }

    private String openCase() {
        var path =
                zhang.post("/v1/cases", Application.complete(zhang).toString()).header("Location");
        new Departments(path.substring("/v1/cases/".length())).awaitState(CaseState.REVIEWING);
        return path;
    }

    private List<JsonNode> log() {
        var items = new ArrayList<JsonNode>();
        portal.get(hooks.getLast() + "/deliveries?limit=100")
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    private JsonNode awaitLog(String status) {
        Awaitility.await().atMost(PATIENCE).until(() -> log().stream()
                .anyMatch(one -> one.path("status").asText().equals(status)));
        return log().stream()
                .filter(one -> one.path("status").asText().equals(status))
                .findFirst()
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    /** As docs/events.md tells receivers to. */
    private static String signature(String secret, Receiver.Message message) throws GeneralSecurityException {
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var signed = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsWhatHappensToItsCasesInOrderAndSigned() throws Exception {
        var hook = register(receiver, "case.*");
        var path = refusedCase();
        await(() -> receiver.about(path).stream().anyMatch(one -> one.type().endsWith("case.refused")));

        var timeline = zhang.get(path + "/timeline").json().path("items");
        await(() -> receiver.about(path).size() == timeline.size());
        var messages = receiver.about(path);
        var kinds = new ArrayList<String>();
        timeline.forEach(
                line -> kinds.add("org.onewindow.case." + line.path("kind").asText()));
        assertThat(messages).extracting(Receiver.Message::type).isEqualTo(kinds);
        for (var message : messages) {
            assertThat(message.signature())
                    .isEqualTo(signature(hook.path("secret").asText(), message));
            assertThat(message.contentType()).startsWith("application/cloudevents+json");
            assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
            assertThat(message.body()).doesNotContainPattern("[0-9]{17}[0-9X]").doesNotContain("张铭", "王强");
        }
        var last = Api.JSON.readTree(messages.getLast().body());
        assertThat(last.path("specversion").asText()).isEqualTo("1.0");
        assertThat(last.path("id").asText()).isEqualTo(messages.getLast().id());
        assertThat(last.path("source").asText()).isEqualTo("http://hub.test");
        assertThat(last.path("data").path("state").path("code").asText()).isEqualTo("refused");
        assertThat(last.path("data").path("_links").path("case").path("href").asText())
                .isEqualTo("http://hub.test" + path);
    }

    @Test
    void tellsWhatWasAskedForAndOfOwnCasesOnly() {
        register(receiver, "case.refused");
        var kiosks = Receiver.open();
        var kiosk = TestHub.client("kiosk");
        var others = kiosk.post("/v1/webhooks", wish(kiosks.url(), "case.*")).header("Location");

        var path = refusedCase();

        await(() -> !receiver.about(path).isEmpty());
        awaitLog("delivered");
        assertThat(receiver.messages())
                .extracting(Receiver.Message::type)
                .containsExactly("org.onewindow.case.refused");
        assertThat(kiosk.get(others + "/deliveries").json().path("items")).isEmpty();
        assertThat(kiosks.messages()).isEmpty();
        assertThat(kiosk.delete(others).status()).isEqualTo(204);
        kiosks.close();
    }

    @Test
    void showsTheSecretOnceAndKeepsItNowhere() {
        var key = UUID.randomUUID().toString();
        var made = portal.post("/v1/webhooks", wish(receiver.url(), "case.accepted"), key);
        var again = portal.post("/v1/webhooks", wish(receiver.url(), "case.accepted"), key);
        var other = portal.post("/v1/webhooks", wish(receiver.url(), "case.refused"), key);
        hooks.add(made.header("Location"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("secret").asText()).startsWith("whsec_");
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(portal.get(hooks.getLast()).json().has("secret")).isFalse();
        assertThat(portal.get("/v1/webhooks").raw().body())
                .contains(made.json().path("id").asText())
                .doesNotContain("whsec_");
        assertThat(TestHub.sql()
                        .sql("select to_jsonb(w)::text from webhook w")
                        .query(String.class)
                        .list())
                .noneMatch(
                        row -> row.contains(made.json().path("secret").asText().substring(6)));
    }

    @Test
    void isForClientsOnlyAndForEachItsOwn() {
        register(receiver, "case.*");
        var kiosk = TestHub.client("kiosk").in("en");

        assertThat(zhang.post("/v1/webhooks", wish(receiver.url(), "case.*")).problem())
                .isEqualTo("403 client-needed");
        assertThat(TestHub.client("operator").get("/v1/webhooks").problem()).isEqualTo("403 not-allowed");
        assertThat(kiosk.get(hooks.getLast()).problem()).isEqualTo("404 webhook-unknown");
        assertThat(kiosk.get(hooks.getLast() + "/deliveries").problem()).isEqualTo("404 webhook-unknown");
        assertThat(kiosk.delete(hooks.getLast()).problem()).isEqualTo("404 webhook-unknown");
        assertThat(kiosk.post(hooks.getLast() + "/test", "").problem()).isEqualTo("404 webhook-unknown");
        assertThat(portal.get(hooks.getLast()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "http://93.184.215.14/x, https-needed",
        "https://10.0.0.1/x, address-not-allowed",
        "https://192.168.1.1/x, address-not-allowed",
        "https://169.254.169.254/latest/meta-data, address-not-allowed",
        "https://100.64.0.1/x, address-not-allowed",
        "https://0.0.0.0/x, address-not-allowed",
        "https://[fd00::1]/x, address-not-allowed",
        "https://[fe80::1]/x, address-not-allowed",
        "https://[64:ff9b::a00:1]/x, address-not-allowed",
        "https://[::ffff:10.0.0.1]/x, address-not-allowed",
        "https://nobody.invalid/x, host-unknown",
        "https://user:secret@93.184.215.14/, wrong-format",
        "ftp://127.0.0.1/x, wrong-format",
        "file:///etc/passwd, wrong-format",
        "/hook, wrong-format",
        "'http://127.0.0.1/ x', wrong-format"
    })
    void sendsNothingIntoTheHouse(String url, String code) {
        assertThat(portal.post("/v1/webhooks", wish(url, "case.*")).problem())
                .isEqualTo("422 request-invalid /url=" + code);
    }

    @Test
    void takesWishesThatMakeSense() {
        assertThat(portal.post("/v1/webhooks", wish(receiver.url())).problem())
                .isEqualTo("422 request-invalid /events=required");
        assertThat(portal.post("/v1/webhooks", wish(receiver.url(), "case.accepted", "case.unheard-of", "*"))
                        .problem())
                .isEqualTo("422 request-invalid /events/1=not-allowed /events/2=not-allowed");
        assertThat(portal.post("/v1/webhooks", "{\"url\": \"" + receiver.url() + "\"}")
                        .problem())
                .isEqualTo("400 request-malformed /events=required");
    }

    @Test
    void sendsTheSameMessageAgainUntilItIsTaken() {
        register(receiver.answers(500), "case.refused");
        refusedCase();
        await(() -> receiver.messages().size() == 1);
        awaitLog("pending");
        await(() -> log().getFirst().path("attempts").asInt() == 1);
        assertThat(log().getFirst().path("responseStatus").asInt()).isEqualTo(500);
        assertThat(portal.get(hooks.getLast()).json().path("status").asText()).isEqualTo("failing");

        receiver.answers(200);
        TestHub.clock().advance(Duration.ofSeconds(10));

        var delivered = awaitLog("delivered");
        var messages = receiver.messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).id()).isEqualTo(messages.get(0).id());
        assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
        assertThat(delivered.path("attempts").asInt()).isEqualTo(2);
        assertThat(portal.get(hooks.getLast()).json().path("status").asText()).isEqualTo("active");
    }

    @Test
    void followsNoRedirects() {
        register(receiver.answers(307), "case.refused");
        refusedCase();

        await(() -> !log().isEmpty() && log().getFirst().path("attempts").asInt() == 1);

        assertThat(log().getFirst().path("responseStatus").asInt()).isEqualTo(307);
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void givesUpAfterADayAndSendsOnceMoreWhenAsked() {
        register(receiver.answers(503), "case.refused");
        refusedCase();
        await(() -> receiver.messages().size() == 1);
        TestHub.clock().advance(Duration.ofHours(25));
        var old = awaitLog("given-up");
        receiver.answers(200);
        var key = UUID.randomUUID().toString();
        var at = hooks.getLast() + "/deliveries/" + old.path("id").asText() + "/redelivery";

        var asked = portal.post(at, "", key);
        var again = portal.post(at, "", key);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("redeliveryOf").asText())
                .isEqualTo(old.path("id").asText());
        assertThat(again.json().path("id")).isEqualTo(asked.json().path("id"));
        var delivered = awaitLog("delivered");
        assertThat(delivered.path("id")).isEqualTo(asked.json().path("id"));
        assertThat(delivered.path("eventId")).isEqualTo(old.path("eventId"));
        assertThat(log()).hasSize(2);
        assertThat(portal.get(at.replace("/redelivery", ""))
                        .json()
                        .path("status")
                        .asText())
                .as("the old one stays as it is")
                .isEqualTo("given-up");
        assertThat(receiver.messages())
                .extracting(Receiver.Message::body)
                .containsOnly(receiver.messages().getFirst().body());
    }

    @Test
    void switchesAWebhookOffThatIsGoneAndOnAgainWhenATestArrives() {
        register(receiver.answers(410), "case.refused");
        refusedCase();
        await(() -> portal.get(hooks.getLast()).json().path("status").asText().equals("disabled"));
        assertThat(portal.in("en").get(hooks.getLast()).json().path("why").asText())
                .contains("410");
        refusedCase();
        assertThat(log()).as("a disabled one is told nothing").hasSize(1);
        receiver.answers(204);

        assertThat(portal.post(hooks.getLast() + "/test", "").status()).isEqualTo(202);

        TestHub.clock().advance(Duration.ofSeconds(10));
        await(() -> portal.get(hooks.getLast()).json().path("status").asText().equals("active"));
        assertThat(receiver.messages().getLast().type()).isEqualTo("org.onewindow.webhook.test");
    }

    @Test
    void isSlowForNobodyElse() {
        try (var slow = Receiver.open().hangs()) {
            register(slow, "case.*");
            var first = openCase();
            await(() -> !slow.about(first).isEmpty());
            register(receiver, "case.*");

            var path = refusedCase();

            await(() -> receiver.about(path).stream().anyMatch(one -> one.type().endsWith("case.refused")));
            assertThat(slow.messages()).hasSizeLessThan(3);
            await(() -> portal.get(hooks.getFirst() + "/deliveries?limit=100")
                    .raw()
                    .body()
                    .contains("timed-out"));
        }
    }

    /** The database is lost while the receiver answers: nobody can write down that it did, as when the node dies. */
    @Test
    void sendsAgainWhatWasUnderWayWhenTheNodeWasLost() {
        var line = TestHub.bean(Relay.class);
        register(receiver.meanwhile(line::cut), "case.refused");
        refusedCase();
        await(() -> receiver.messages().size() == 1);
        receiver.meanwhile(() -> {});
        line.join();

        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        log().getFirst().path("status").asText())
                .isEqualTo("pending"));
        assertThat(receiver.messages()).as("held for the lost node").hasSize(1);
        TestHub.clock().advance(Duration.ofSeconds(61));

        awaitLog("delivered");
        var messages = receiver.messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).id()).isEqualTo(messages.get(0).id());
        assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
    }

    @Test
    void goesOnWithTheRestWhereOneThingCannotBeTold() {
        var id = register(receiver, "case.*").path("id").asText();
        TestHub.sql()
                .sql("insert into webhook_delivery (webhook, event_id, kind, number, at, created_at, next_at)"
                        + " values (?, 'x-1', 'accepted', 'no case number', now(), now(), now())")
                .param(id)
                .update();
        await(() -> log().getFirst().path("failure").asText().equals("hub-fault"));

        portal.post(hooks.getLast() + "/test", "");
        TestHub.clock().advance(Duration.ofSeconds(3));

        awaitLog("delivered");
        assertThat(receiver.messages())
                .extracting(Receiver.Message::type)
                .containsExactly("org.onewindow.webhook.test");
    }

    @Test
    void keepsNoCaseWaitingWhileAWebhookIsBeingDeleted() throws SQLException {
        var id = register(receiver, "case.*").path("id").asText();
        try (var connection = TestHub.bean(HikariDataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            try (var deleting = connection.prepareStatement("delete from webhook where id = ?")) {
                deleting.setString(1, id);
                assertThat(deleting.executeUpdate()).isEqualTo(1);
            }

            var path = refusedCase();

            assertThat(zhang.get(path).json().path("state").path("code").asText())
                    .isEqualTo("refused");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void showsItsLogInPages() {
        register(receiver, "case.*");
        for (int i = 0; i < 3; i++) {
            portal.post(hooks.getLast() + "/test", "");
        }

        var first = portal.get(hooks.getLast() + "/deliveries?limit=2");
        var next = first.header("Link");
        var second = portal.get(next.substring(1, next.indexOf('>')));

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.header("Link")).isEmpty();
        assertThat(portal.get(hooks.getLast() + "/deliveries?limit=0").problem())
                .isEqualTo("400 parameter-invalid");
        assertThat(portal.get(hooks.getLast() + "/deliveries/0").problem()).isEqualTo("404 delivery-unknown");
    }
}
