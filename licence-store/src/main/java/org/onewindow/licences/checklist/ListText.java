package org.onewindow.licences.checklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A checklist as canonical JSON, and what a kept one said. All parties may read it, so it names no upload, licence or material. */
final class ListText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ListText() {}

    static String of(Checklist list) {
        var items = new ArrayList<Map<String, Object>>();
        list.items().forEach(item -> items.add(values(item)));
        return text(Map.of(
                "matter", list.matter(),
                "ruleVersion", list.ruleVersion(),
                "asOf", list.asOf().toString(),
                "items", items));
    }

    private static Map<String, Object> values(Checklist.Item item) {
        var values = new HashMap<String, Object>();
        values.put("key", item.key());
        values.put("type", item.material().type());
        values.put("standing", item.standing().code());
        values.put("why", item.why());
        values.put("details", item.details());
        if (item.demanded()) {
            values.put("demanded", true);
        }
        return values;
    }

    /** How each item of a kept list stood. */
    static Map<String, String> standings(String body) {
        try {
            var standings = new HashMap<String, String>();
            for (var item : JSON.readTree(body).path("items")) {
                standings.put(item.path("key").asText(), item.path("standing").asText());
            }
            return standings;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept checklist is not JSON", broken);
        }
    }

    private static String text(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a checklist is plain values", impossible);
        }
    }

    /** The keys of these items. */
    static List<String> wanted(Checklist list) {
        return list.items().stream()
                .filter(Checklist.Item::isWanted)
                .map(Checklist.Item::key)
                .toList();
    }
}
