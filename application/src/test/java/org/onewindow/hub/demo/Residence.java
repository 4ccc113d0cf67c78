package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** 郑秀英 has her household registration moved to her other home, and hands in nothing. */
final class Residence {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final House house;
    private final String mover;
    private final String number;

    Residence(House house) {
        this.house = house;
        this.mover = new Tokens(house.hub()).token("zheng");
        var zheng = Home.person("郑秀英", "370104195501052026");
        var request =
                HubApi.JSON.createObjectNode().put("matter", "residence-move").put("channel", "portal");
        request.set("applicant", zheng);
        request.putArray("parties").add(zheng.deepCopy().put("role", "mover"));
        request.putObject("form").put("titleNumber", Home.REJECTED.title());
        request.putArray("materials");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        this.number = good(house.hub().post("/v1/cases", mover, request, key))
                .path("number")
                .asText();
    }

    String number() {
        return number;
    }

    JsonNode until(String what, Predicate<JsonNode> wanted) {
        return Awaitility.await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> good(house.hub().get("/v1/cases/" + number, mover)), wanted);
    }

    JsonNode untilEnd() {
        return until("the case ends", seen -> seen.at("/state/finished").asBoolean());
    }

    private static JsonNode good(HubApi.Reply reply) {
        assertThat(reply.good()).as(reply.problem()).isTrue();
        return reply.body();
    }
}
