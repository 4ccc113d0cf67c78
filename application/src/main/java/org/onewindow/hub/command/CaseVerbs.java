package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in, shows, traces and exports cases. */
@Command(name = "case", resourceBundle = "org.onewindow.hub.client.texts")
final class CaseVerbs {

    private final Console console;

    CaseVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "submit")
    int submit(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--as", required = true, paramLabel = "NAME") String as,
            @Option(names = "--key", paramLabel = "KEY") @Nullable String key)
            throws IOException {
        var request = read(file);
        var hub = wishes.hub(console);
        var headers = Map.of("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key);
        var reply = hub.post("/v1/cases", new Tokens(hub).token(as), request, headers);
        return tell(wishes, reply, reply.body().path("number").asText());
    }

    @Command(name = "show")
    int show(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "NUMBER") String number,
            @Option(names = "--as", defaultValue = "operator", paramLabel = "NAME") String as) {
        var reply = get(wishes, "/v1/cases/" + number, as);
        if (!wishes.json() && reply.good()) {
            var state = reply.body().path("state");
            console.line(number + "  " + state.path("label").asText() + "  "
                    + state.path("why").asText(""));
            for (var step : reply.body().path("steps")) {
                console.line("  %-14s %s  %s"
                        .formatted(
                                step.path("id").asText(),
                                step.path("state").path("label").asText(),
                                step.path("state").path("why").asText("")));
            }
            return Main.OK;
        }
        return tell(wishes, reply, "");
    }

    @Command(name = "trace")
    int trace(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "NUMBER") String number,
            @Option(names = "--as", defaultValue = "operator", paramLabel = "NAME") String as) {
        var reply = get(wishes, "/v1/cases/" + number + "/timeline", as);
        if (!wishes.json() && reply.good()) {
            var entries = reply.body().isArray() ? reply.body() : reply.body().path("items");
            entries.forEach(entry -> console.line(
                    entry.path("at").asText() + "  " + entry.path("text").asText()));
            return Main.OK;
        }
        return tell(wishes, reply, "");
    }

    /** One JSON object a line, for outside checks. */
    @Command(name = "export")
    int export(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "NUMBER", arity = "0..1", defaultValue = "") String number,
            @Option(names = "--from", defaultValue = "", paramLabel = "TIME") String from) {
        var reply = get(wishes, "/v1/admin/export/cases" + (from.isEmpty() ? "" : "?from=" + from), "operator");
        if (!reply.good()) {
            return tell(wishes, reply, "");
        }
        reply.raw().body().lines().filter(row -> row.contains(number)).forEach(console::line);
        return Main.OK;
    }

    private HubApi.Reply get(Wishes wishes, String path, String as) {
        var hub = wishes.hub(console);
        return hub.get(path, new Tokens(hub).token(as));
    }

    private int tell(Wishes wishes, HubApi.Reply reply, String line) {
        return console.tell(reply, wishes.json(), line);
    }

    private JsonNode read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadInput(console.texts().say("file-unreadable", file));
        }
        try {
            return HubApi.JSON.readTree(file.toFile());
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new BadInput(console.texts().say("file-no-json", file, wrong.getOriginalMessage()));
        }
    }
}
