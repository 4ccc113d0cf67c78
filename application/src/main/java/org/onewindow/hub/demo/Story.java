package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.onewindow.hub.client.HubApi;

/** Tells a case as it happens: every line is an entry of its timeline, nothing is made up here. */
final class Story {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final HubApi hub;
    private final String path;
    private final PrintWriter out;
    private int told;

    Story(HubApi hub, String number, PrintWriter out) {
        this.hub = hub;
        this.path = "/v1/cases/" + number + "/timeline";
        this.out = out;
    }

    /** Prints what is new; says how many entries there are now. */
    int tell(String token) {
        var entries = entries(hub.get(path, token));
        for (; told < entries.size(); told++) {
            var entry = entries.get(told);
            var at = OffsetDateTime.parse(entry.path("at").asText()).atZoneSameInstant(BEIJING);
            out.println("  " + TIME.format(at) + "  " + entry.path("text").asText());
        }
        return told;
    }

    private static JsonNode entries(HubApi.Reply reply) {
        if (!reply.good()) {
            throw new DemoFailed("demo-timeline-failed", reply.problem());
        }
        return reply.body().isArray() ? reply.body() : reply.body().path("items");
    }
}
