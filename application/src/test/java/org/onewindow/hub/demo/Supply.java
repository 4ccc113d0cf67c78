package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** The water, gas and heating accounts of a home, which its holder wants in their own name. */
final class Supply {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final House house;
    private final String holder;
    private final String number;

    private Supply(House house, String login, ObjectNode request) {
        this.house = house;
        this.holder = new Tokens(house.hub()).token(login);
        request.putArray("materials").addObject().put("type", "sale-contract").put("upload", upload());
        this.number = good(house.hub().post("/v1/cases", holder, request, key()))
                .path("number")
                .asText();
    }

    /** A home of 郑秀英's that no sale takes from her, and on which nothing is owed. */
    static Supply ofZheng(House house) {
        var zheng = Home.person("郑秀英", "370104195501052026");
        return new Supply(
                house, "zheng", request(zheng, Home.REJECTED.title(), "SW0102059339", "8802059339", "RL-102-070707"));
    }

    /** 刘洋's home, whose water is not paid for. */
    static Supply ofLiu(House house) {
        var liu = Home.person("刘洋", "370102199001011039");
        return new Supply(
                house, "liu", request(liu, "鲁(2020)济南市不动产权第0045678号", "SW0112020406", "8812020406", "RL-112-040404"));
    }

    private static ObjectNode request(ObjectNode person, String title, String water, String gas, String heating) {
        var request = HubApi.JSON
                .createObjectNode()
                .put("matter", "utilities-transfer")
                .put("channel", "portal");
        request.set("applicant", person);
        request.putArray("parties").add(person.deepCopy().put("role", "buyer"));
        request.putObject("form")
                .put("titleNumber", title)
                .put("waterAccount", water)
                .put("gasAccount", gas)
                .put("heatingAccount", heating);
        return request;
    }

    private String upload() {
        var headers = Map.of(
                "Authorization",
                "Bearer " + holder,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/pdf",
                "Content-Disposition",
                "attachment; filename=\"contract.pdf\"");
        var pdf = BodyPublishers.ofByteArray(Contract.pdf(List.of("Contract of sale")));
        return good(house.hub().send("POST", "/v1/uploads?type=sale-contract", headers, pdf))
                .path("id")
                .asText();
    }

    String number() {
        return number;
    }

    JsonNode until(String what, Predicate<JsonNode> wanted) {
        return Awaitility.await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> good(house.hub().get("/v1/cases/" + number, holder)), wanted);
    }

    JsonNode untilEnd() {
        return until("the case ends", seen -> seen.at("/state/finished").asBoolean());
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static JsonNode good(HubApi.Reply reply) {
        assertThat(reply.good()).as(reply.problem()).isTrue();
        return reply.body();
    }
}
