package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** The sale of one home to 张铭, seen and moved by those who take part, over the public API. */
final class Sale {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration REVIEW = Duration.ofHours(8);
    private static final Duration LAST = Duration.ofMinutes(4);

    private final House house;
    private final String buyer;
    private final String seller;
    private final String operator;
    private final String number;

    private Sale(House house, Home home) {
        var tokens = new Tokens(house.hub());
        this.house = house;
        this.buyer = tokens.token("zhang");
        this.seller = tokens.token(home.login());
        this.operator = tokens.token("operator");
        this.number = post("/v1/cases", buyer, request(home, upload("sale-contract")))
                .path("number")
                .asText();
    }

    static Sale begin(House house, Home home) {
        return new Sale(house, home);
    }

    private ObjectNode request(Home home, String upload) {
        var request = HubApi.JSON
                .createObjectNode()
                .put("matter", "used-home-transfer")
                .put("channel", "portal");
        request.set("applicant", buyer().put("phone", "13800138000"));
        request.putArray("parties")
                .add(home.seller())
                .add(buyer().put("role", "buyer").put("share", "1/1"));
        request.putObject("form")
                .put("titleNumber", home.title())
                .put("priceFen", 88_000_000)
                .put("signedOn", LocalDate.now(house.clock()).minusDays(4).toString())
                .putObject("fundWithdrawal")
                .put("amountFen", 5_000_000)
                .put("bank", "CCB")
                .put("account", "6217000010012345678");
        request.putArray("materials").addObject().put("type", "sale-contract").put("upload", upload);
        return request;
    }

    private static ObjectNode buyer() {
        return Home.person("张铭", "370102198503078212");
    }

    private String upload(String type) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + buyer,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/pdf",
                "Content-Disposition",
                "attachment; filename=\"contract.pdf\"");
        var pdf = BodyPublishers.ofByteArray(Contract.pdf(List.of("Contract of sale")));
        return good(house.hub().send("POST", "/v1/uploads?type=" + type, headers, pdf))
                .path("id")
                .asText();
    }

    String number() {
        return number;
    }

    JsonNode look() {
        return good(house.hub().get(path(), buyer));
    }

    JsonNode step(String id) {
        return step(look(), id);
    }

    static JsonNode step(JsonNode seen, String id) {
        return StreamSupport.stream(seen.path("steps").spliterator(), false)
                .filter(step -> step.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + id + " in " + seen));
    }

    static String stateOf(JsonNode seen, String step) {
        return step(seen, step).at("/state/code").asText();
    }

    /** What the trace says of a step's moves of one kind. */
    List<String> told(String kind, String step) {
        var lines = good(house.hub().get(path() + "/timeline", buyer)).path("items");
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("kind").asText().equals(kind))
                .filter(line -> line.path("step").asText().equals(step))
                .map(line -> line.path("text").asText())
                .toList();
    }

    /** The case as soon as it is so. */
    JsonNode until(String what, Predicate<JsonNode> wanted) {
        return Awaitility.await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(150))
                .failFast(() -> look().at("/state/finished").asBoolean() && !wanted.test(look()))
                .until(this::look, wanted);
    }

    JsonNode untilStep(String step, String state) {
        return until(step + " is " + state, seen -> stateOf(seen, step).equals(state));
    }

    JsonNode untilEnd() {
        return until("the case ends", seen -> seen.at("/state/finished").asBoolean());
    }

    void sellerSays(boolean agree) {
        untilStep("agreement", "waiting");
        post(path() + "/confirmations", seller, HubApi.JSON.createObjectNode().put("agree", agree));
    }

    void pay() {
        untilStep("payment", "waiting");
        var bill = post(path() + "/payments", buyer, HubApi.JSON.createObjectNode());
        house.city().pay(bill.at("/_links/next/href").asText());
    }

    /** Agreed and paid, and taken in by the registry. */
    Sale bringToRegistry() {
        sellerSays(true);
        pay();
        untilStep("transfer", "waiting");
        return this;
    }

    /** Lets the working day pass that the registry needs; no process may take another's signature for an old one. */
    void letTheRegistryReview() {
        house.clock().advance(REVIEW.minus(LAST.dividedBy(2)));
        letAllSeeTheClock();
        house.clock().advance(LAST);
    }

    /** Every process reads the clock anew after 0.1 s. */
    static void letAllSeeTheClock() {
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    }

    void handIn(JsonNode supplement, String type) {
        var body = HubApi.JSON.createObjectNode();
        body.putArray("materials").addObject().put("type", type).put("upload", upload(type));
        post(path() + "/supplements/" + supplement.path("id").asText(), buyer, body);
    }

    void withdraw() {
        post(path() + "/withdrawal", buyer, HubApi.JSON.createObjectNode());
    }

    /** The operators' open tasks of this case. */
    List<JsonNode> tasks() {
        var items = good(house.hub().get("/v1/admin/tasks", operator)).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(task -> task.path("number").asText().equals(number))
                .toList();
    }

    /** The one task of this case, as soon as it is there. */
    JsonNode untilTask(String kind, String step) {
        var tasks = Awaitility.await(kind).atMost(SOON).until(this::tasks, found -> !found.isEmpty());
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.path("kind").asText()).isEqualTo(kind);
            assertThat(task.path("step").asText()).isEqualTo(step);
        });
        return tasks.getFirst();
    }

    void settle(JsonNode task, String found) {
        var body = HubApi.JSON.createObjectNode().put("resolution", found).put("reason", "seen in the bureau's books");
        post("/v1/admin/tasks/" + task.path("id").asText() + "/resolution", operator, body);
    }

    private String path() {
        return "/v1/cases/" + number;
    }

    private JsonNode post(String path, String token, JsonNode body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return good(house.hub().post(path, token, body, key));
    }

    private static JsonNode good(HubApi.Reply reply) {
        assertThat(reply.good()).as(reply.problem()).isTrue();
        return reply.body();
    }
}
