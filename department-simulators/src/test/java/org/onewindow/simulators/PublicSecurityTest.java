package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.simulators.Trial.json;
import static org.onewindow.simulators.Trial.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Household registers and moves as the contract says; that the hub's messages fit is proved in {@code connectors}. */
class PublicSecurityTest {

    private static final String BASE = "/public-security/certificates/v1";
    private static final String KEY = "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01";
    private static final String OTHER_KEY = "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a02";
    private static final String WANG = person("王强", "370102197909143315");
    private static final String CHEN = person("陈静", "370102198105205044");

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void movesOneOfACoupleAndLeavesTheOtherWhereTheyWere() {
        var moved = moves(KEY, CHEN, "文化东路88号");

        assertThat(moved.statusCode()).isEqualTo(201);
        assertThat(json(moved).path("former").path("ended").asBoolean()).isFalse();
        assertThat(registers(CHEN)).hasSize(1);
        assertThat(register(CHEN).path("address").asText()).isEqualTo("文化东路88号");
        assertThat(texts(register(CHEN).path("members"), "relation")).containsExactly("户主");
        assertThat(texts(register(WANG).path("members"), "name")).containsExactly("王强");
        assertThat(json(moves(OTHER_KEY, WANG, "文化东路88号"))
                        .path("former")
                        .path("ended")
                        .asBoolean())
                .as("nobody is left")
                .isTrue();
    }

    @Test
    void movesOnceUnderOneKey() {
        var first = moves(KEY, CHEN, "文化东路88号");
        var again = moves(KEY, CHEN, "文化东路88号");
        var other = moves(KEY, CHEN, "堤口路30号");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(other).path("type").asText()).isEqualTo("/problems/key-reused");
        assertThat(trial.effects("public-security")).containsExactly("residence-moved");
        moves(OTHER_KEY, CHEN, "堤口路30号");
        assertThat(trial.effects("public-security")).containsExactly("residence-moved", "residence-moved-again");
    }

    @Test
    void movesNobodyWhoIsNotRegisteredOrLivesThere() {
        assertThat(moves(KEY, person("某人", "370102199001019999"), "文化东路88号").statusCode())
                .isEqualTo(404);
        var there = register(WANG).path("address").asText();
        assertThat(json(moves(KEY, WANG, there)).path("type").asText()).isEqualTo("/problems/lives-there");
        assertThat(moves("no key", WANG, "文化东路88号").statusCode()).isEqualTo(400);
        assertThat(json(trial.get("/sim/ledger"))).isEmpty();
    }

    @Test
    void makesItsWorldNew() {
        moves(KEY, CHEN, "文化东路88号");

        trial.post("/sim/reset", "");

        assertThat(texts(register(CHEN).path("members"), "name")).containsExactly("王强", "陈静");
    }

    private HttpResponse<String> moves(String key, String person, String address) {
        return post(
                "/moves",
                key,
                "{\"caseNumber\": \"OW-1\", \"titleNumber\": \"T\", \"address\": \"%s\", \"person\": %s}"
                        .formatted(address, person));
    }

    private JsonNode registers(String person) {
        return json(post("/searches", KEY, "{\"kind\": \"household-register\", \"person\": " + person + "}"))
                .path("certificates");
    }

    private JsonNode register(String person) {
        var certificate = registers(person).path(0).path("certificateId").asText();
        return json(trial.send(
                "GET",
                BASE + "/certificates/" + certificate,
                Map.of("X-Api-Key", TrialCredentials.PUBLIC_SECURITY_KEY),
                ""));
    }

    private HttpResponse<String> post(String path, String key, String body) {
        return trial.send(
                "POST",
                BASE + path,
                Map.of("X-Api-Key", TrialCredentials.PUBLIC_SECURITY_KEY, "Idempotency-Key", key),
                body);
    }

    private static String person(String name, String idNumber) {
        return "{\"name\": \"%s\", \"idType\": \"resident-id\", \"idNumber\": \"%s\"}".formatted(name, idNumber);
    }
}
