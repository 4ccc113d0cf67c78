package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.onewindow.hub.client.HubApi;

/** How a test makes the simulated departments behave, and what they say they did. */
final class CityControl {

    private final HubApi city;

    CityControl(City city) {
        this.city = new HubApi(city.base(), "en");
    }

    /** All as it was at the start. */
    void reset() {
        ask("POST", "/sim/reset", "");
    }

    /** The next call of the operation goes wrong in this way. */
    void once(String operation, String mode, boolean effect) {
        var body = HubApi.JSON.createObjectNode().put("mode", mode).put("times", 1);
        if (effect) {
            body.put("effect", true);
        }
        ask("PUT", "/sim/modes/" + operation, body.toString());
    }

    /** Until the next reset. */
    void always(String department, String mode) {
        ask("PUT", "/sim/modes/" + department, "{\"mode\": \"" + mode + "\"}");
    }

    void makePatientAgain() {
        ask("DELETE", "/sim/modes", "");
    }

    /** Somebody pays another amount than the bill's. */
    void pays(String billId, long amountFen) {
        ask("POST", "/sim/payments/" + billId, "{\"amountFen\": " + amountFen + "}");
    }

    void releasesPledge(String title) {
        var event =
                HubApi.JSON.createObjectNode().put("event", "PLEDGE_RELEASED").put("certNo", title);
        ask("POST", "/sim/housing-fund/events", event.toString());
    }

    /** The kinds of the effects that the departments had in a case. */
    List<String> effects(String caseNumber) {
        return texts(ask("GET", "/sim/ledger?caseNumber=" + caseNumber, ""), "kind");
    }

    /** The operations that a department was asked for, by whatever case. */
    List<String> calls(String department) {
        return texts(ask("GET", "/sim/calls?department=" + department, ""), "operation");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private JsonNode ask(String method, String path, String body) {
        var reply = city.send(method, path, Map.of(), BodyPublishers.ofString(body));
        assertThat(reply.good()).as("%s %s: %s", method, path, reply.problem()).isTrue();
        return reply.body();
    }
}
