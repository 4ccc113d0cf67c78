package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;

/** 周文 withdraws savings for his home: the registry says that it is his, and he gives his word for the rest. */
final class Savings {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final House house;
    private final String member;
    private final String number;

    Savings(House house) {
        this.house = house;
        this.member = new Tokens(house.hub()).token("zhou");
        var zhou = Home.person("周文", "370112199202297056");
        var request =
                HubApi.JSON.createObjectNode().put("matter", "fund-withdrawal").put("channel", "portal");
        request.set("applicant", zhou);
        request.putArray("parties").add(zhou.deepCopy().put("role", "buyer"));
        request.putObject("form")
                .put("titleNumber", Home.HELD_FOR_A_YEAR.title())
                .putObject("fundWithdrawal")
                .put("amountFen", 100_000)
                .put("bank", "CCB")
                .put("account", "6217000000000000000");
        request.putArray("materials")
                .addObject()
                .put("type", "withdrawal-statement")
                .put("declared", "commitment");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        this.number = good(house.hub().post("/v1/cases", member, request, key))
                .path("number")
                .asText();
    }

    String number() {
        return number;
    }

    JsonNode untilEnd() {
        return Awaitility.await("the case ends")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> good(house.hub().get("/v1/cases/" + number, member)), seen -> seen.at("/state/finished")
                        .asBoolean());
    }

    /** What its timeline says. */
    String story() {
        return good(house.hub().get("/v1/cases/" + number + "/timeline", member))
                .toString();
    }

    private static JsonNode good(HubApi.Reply reply) {
        assertThat(reply.good()).as(reply.problem()).isTrue();
        return reply.body();
    }
}
