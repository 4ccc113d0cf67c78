package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds, shows and replays what was said with departments, and makes samples of it. */
@Command(name = "message", resourceBundle = "org.onewindow.hub.client.texts")
final class MessageVerbs {

    private static final String PATH = "/v1/admin/messages";

    private final Console console;

    MessageVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "search")
    int search(
            @Mixin Wishes wishes,
            @Mixin MessageWishes wanted,
            @Option(names = "--id-number", paramLabel = "NUMBER") @Nullable String idNumber,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "COUNT") int limit) {
        var hub = wishes.hub(console);
        var token = new Tokens(hub).token("operator");
        // an identity number goes in the body: addresses are logged
        var reply = idNumber == null
                ? hub.get(PATH + "?limit=" + limit + wanted.query(), token)
                : hub.post(PATH + "/search", token, wanted.bodyAbout(idNumber), Map.of());
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        reply.body().path("items").forEach(line -> console.line(line(line)));
        return Main.OK;
    }

    private static String line(JsonNode line) {
        return String.join(
                "  ",
                List.of(
                        line.path("id").asText(),
                        line.path("at").asText(),
                        line.path("department").asText() + "/"
                                + line.path("operation").asText(),
                        line.path("number").asText(line.path("inquiry").asText("")),
                        line.path("outcome").asText(),
                        line.path("ms").asText() + " ms",
                        line.path("cause").asText("")));
    }

    @Command(name = "show")
    int show(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reveal", paramLabel = "REASON") @Nullable String reason) {
        var hub = wishes.hub(console);
        var token = new Tokens(hub).token("operator");
        var reply = reason == null
                ? hub.get(PATH + "/" + id, token)
                : hub.post(
                        PATH + "/" + id + "/reveal",
                        token,
                        HubApi.JSON.createObjectNode().put("reason", reason),
                        Map.of());
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        console.line(line(reply.body().path("line")));
        for (var step : List.of("request", "sent", "heard", "reply")) {
            console.line("");
            console.line(console.texts().say("message-" + step));
            console.line(
                    reply.body().path("steps").path(step).asText(console.texts().say("message-nothing")));
        }
        return Main.OK;
    }

    /** Writes the four files of a sample, with people who never were. */
    @Command(name = "sample")
    int sample(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--to", required = true, paramLabel = "DIR") Path folder)
            throws IOException {
        var hub = wishes.hub(console);
        var reply = hub.post(
                PATH + "/" + id + "/sample",
                new Tokens(hub).token("operator"),
                HubApi.JSON.createObjectNode(),
                Map.of());
        if (!reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        if (!reply.body().path("complete").asBoolean()) {
            throw new BadInput(console.texts().say("sample-incomplete", id));
        }
        SampleFolder.write(folder, reply.body());
        return console.tell(reply, wishes.json(), console.texts().say("sample-written", folder));
    }
}
