package org.onewindow.hub.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onewindow.hub.client.HubApi;

/** A department's sample on disk: {@code request.json}, {@code to-department}, {@code from-department}, {@code reply.json}. */
final class SampleFolder {

    private static final int OK = 200;

    private SampleFolder() {}

    /** Writes a message that the hub told of people who never were. */
    static void write(Path folder, JsonNode shown) throws IOException {
        Files.createDirectories(folder);
        var steps = shown.path("steps");
        var sent = steps.path("sent").asText();
        var ending = sent.startsWith("<") ? ".xml" : ".json";
        put(folder.resolve("request.json"), pretty(steps.path("request").asText()));
        put(folder.resolve("to-department" + ending), pretty(sent));
        put(
                folder.resolve("from-department" + ending),
                pretty(steps.path("heard").asText()));
        put(folder.resolve("reply.json"), pretty(steps.path("reply").asText()));
        int status = shown.path("line").path("status").asInt(OK);
        if (status != OK) {
            put(folder.resolve("from-department.status"), Integer.toString(status));
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.writeString(file, text.strip() + "\n", UTF_8);
    }

    private static String pretty(String text) throws IOException {
        return text.startsWith("{")
                ? HubApi.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(HubApi.JSON.readTree(text))
                : text;
    }
}
