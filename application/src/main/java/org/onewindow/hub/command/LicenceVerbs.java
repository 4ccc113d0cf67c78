package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in a stock of licences of before, in pieces: what was taken stays taken, and the same file again changes nothing. */
@Command(name = "licence", resourceBundle = "org.onewindow.hub.client.texts")
final class LicenceVerbs {

    private final Console console;

    LicenceVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "import")
    int take(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--as-of", required = true, paramLabel = "TIME") String asOf)
            throws IOException {
        if (!Files.isReadable(file)) {
            throw new BadInput(console.texts().say("file-unreadable", file));
        }
        var hub = wishes.hub(console);
        var path = "/v1/admin/licences:import?asOf=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
        var told = new Told(wishes.json(), file);
        try (var lines = Files.newBufferedReader(file)) {
            for (var piece = StockPiece.of(lines, 0); !piece.isEmpty(); piece = StockPiece.of(lines, piece.after())) {
                var body = piece.text().getBytes(StandardCharsets.UTF_8);
                var token = new Tokens(hub).token("operator");
                var reply = hub.send("POST", path, token, "application/x-ndjson", body);
                if (!reply.good()) {
                    return console.tell(reply, wishes.json(), "");
                }
                if (!told.add(reply, piece.before())) {
                    console.line(console.texts().say("stock-broken-off", piece.before()));
                    return Main.CHECK_FAILED;
                }
            }
        } catch (MalformedInputException wrong) {
            throw new BadInput(console.texts().say("file-no-json", file, "UTF-8"));
        }
        return told.sum();
    }

    /** What the hub said of the lines so far. */
    private final class Told {

        private final Map<String, Integer> counts = new TreeMap<>();
        private final boolean json;
        private final Path file;

        Told(boolean json, Path file) {
            this.json = json;
            this.file = file;
        }

        /** False: it broke off before it had told of all of them. */
        boolean add(HubApi.Reply reply, int before) throws IOException {
            boolean whole = false;
            for (var text : reply.raw().body().lines().toList()) {
                var line = HubApi.JSON.readTree(text);
                whole |= line.has("lines");
                if (line instanceof ObjectNode one && one.has("line")) {
                    one.put("line", before + one.path("line").asInt());
                    counts.merge(one.path("outcome").asText(), 1, Integer::sum);
                    say(one);
                }
            }
            return whole;
        }

        private void say(JsonNode one) {
            var outcome = one.path("outcome").asText();
            if (json) {
                console.line(one.toString());
            } else if (outcome.equals("refused") || outcome.equals("differs")) {
                var words = console.texts().say("stock-" + outcome);
                console.line(file + ":" + one.path("line").asInt() + ": " + words);
                one.path("errors")
                        .forEach(error -> console.line("    "
                                + (error.path("pointer").asText() + " "
                                                + error.path("code").asText())
                                        .strip() + ": " + error.path("detail").asText()));
            }
        }

        int sum() {
            if (!json) {
                console.line(console.texts()
                        .say("stock-taken", count("taken"), count("already"), count("differs"), count("refused")));
            }
            return count("refused") + count("differs") == 0 ? Main.OK : Main.CHECK_FAILED;
        }

        private int count(String outcome) {
            return counts.getOrDefault(outcome, 0);
        }
    }
}
