package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.onewindow.hub.client.HubApi;

/** The second case: 张铭 has the water, gas and heating accounts of his new home put in his name, and hands in nothing. */
final class SecondCase {

    private final HubApi hub;
    private final String buyer;
    private final ObjectNode prefilled;

    /** The buyer's, whose form is filled in as far as the hub can. */
    SecondCase(HubApi hub, String buyer) {
        this.hub = hub;
        this.buyer = buyer;
        this.prefilled = (ObjectNode)
                MainCase.expectGood(hub.get("/v1/matters/utilities-transfer/prefill", buyer), "demo-prefill-failed")
                        .path("form");
    }

    /** What he need not type. */
    JsonNode prefilled() {
        return prefilled;
    }

    /** What there is already, and what would have to be handed in. */
    JsonNode checklist() {
        return MainCase.expectGood(hub.post("/v1/checklists", buyer, request(), Map.of()), "demo-checklist-failed");
    }

    /** Applies with what the checklist offers, said to be unchanged; the number of the case. */
    String submit(JsonNode checklist) {
        var request = request();
        unchanged(checklist, request.putArray("materials"));
        var key = Map.of("Idempotency-Key", "demo-second-" + System.currentTimeMillis());
        return MainCase.expectGood(hub.post("/v1/cases", buyer, request, key), "demo-submit-failed")
                .path("number")
                .asText();
    }

    static void unchanged(JsonNode checklist, ArrayNode materials) {
        for (var item : checklist.path("items")) {
            if (item.hasNonNull("stored")) {
                materials
                        .addObject()
                        .put("type", item.path("type").asText())
                        .put("stored", item.path("stored").asText())
                        .put("declared", "unchanged");
            }
        }
    }

    private ObjectNode request() {
        var request = HubApi.JSON
                .createObjectNode()
                .put("matter", "utilities-transfer")
                .put("channel", "portal");
        request.set("applicant", MainCase.buyer());
        request.putArray("parties").add(MainCase.buyer().put("role", "buyer"));
        request.set(
                "form",
                prefilled
                        .deepCopy()
                        .put("waterAccount", "SW0102034455")
                        .put("gasAccount", "8802034455")
                        .put("heatingAccount", "RL-102-010101"));
        return request;
    }
}
