package org.onewindow.hub.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Texts;

/** Where a verb writes its answer: lines for people, or JSON for programs. */
public record Console(PrintWriter out, Texts texts) {

    private static final int SERVER_ERROR = 500;

    public void line(String text) {
        out.println(text);
    }

    public void json(JsonNode node) {
        try {
            out.println(HubApi.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tells an answer of the hub and gives the exit code: a request it refuses is bad input, its own fault a failed check. */
    public int tell(HubApi.Reply reply, boolean asJson, String line) {
        if (asJson) {
            json(reply.body());
        } else {
            line(reply.good() ? line : reply.problem());
        }
        if (reply.good()) {
            return Main.OK;
        }
        return reply.status() >= SERVER_ERROR ? Main.CHECK_FAILED : Main.BAD_INPUT;
    }
}
