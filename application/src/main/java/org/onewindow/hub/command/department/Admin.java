package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.onewindow.config.Archive;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;

/** The hub's admin end points as an operator of the command line uses them, and how their answers are told. */
record Admin(HubApi hub, String token, Console console, boolean json) {

    static final String CONFIGURATION = "/v1/admin/configuration";
    private static final String ZIP = "application/zip";
    private static final int FAULTY = 422;

    static Admin of(Wishes wishes, Console console) {
        var hub = wishes.hub(console);
        return new Admin(hub, new Tokens(hub).token("operator"), console, wishes.json());
    }

    static String department(String id) {
        return "/v1/admin/departments/" + escaped(id);
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HubApi.Reply get(String path) {
        return hub.get(path, token);
    }

    HubApi.Reply send(String method, String path) {
        return hub.send(method, path, token, "application/json", new byte[0]);
    }

    HubApi.Reply send(String method, String path, Archive files) {
        return hub.send(method, path, token, ZIP, files.zip());
    }

    HubApi.Reply post(String path, JsonNode body) {
        return hub.send("POST", path, token, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The files that serve, or that served under this revision. */
    Archive files(String revision) {
        var path = CONFIGURATION + "/files" + (revision.isEmpty() ? "" : "?revision=" + escaped(revision));
        Optional<byte[]> zip = hub.file(path, token);
        try {
            return Archive.ofZip(
                    zip.orElseThrow(() -> new BadInput(console.texts().say("revision-unknown", revision))));
        } catch (Archive.Unfit damaged) {
            throw new BadInput(String.valueOf(damaged.getMessage()));
        }
    }

    /** Tells what became of a change: the hash that serves now, or every finding with its place. */
    int tellChange(HubApi.Reply reply) {
        if (json) {
            console.json(reply.body());
        } else if (reply.good()) {
            tellServes(reply.body());
        } else {
            reply.body().path("findings").forEach(finding -> console.line(line(finding)));
            console.line(reply.problem());
        }
        return reply.good() ? Main.OK : reply.status() == FAULTY ? Main.CHECK_FAILED : exitCode(reply);
    }

    private static int exitCode(HubApi.Reply reply) {
        return reply.status() >= 500 ? Main.CHECK_FAILED : Main.BAD_INPUT;
    }

    private void tellServes(JsonNode served) {
        var key = served.path("changed").asBoolean() ? "configuration-serves" : "configuration-unchanged";
        console.line(console.texts()
                .say(
                        key,
                        served.path("revision").asText(),
                        served.path("change").asText()));
        served.path("disabled").forEach(id -> console.line(console.texts().say("department-is-disabled", id.asText())));
    }

    /** As a {@link org.onewindow.config.Diagnostic} is told. */
    static String line(JsonNode finding) {
        return "%s:%d:%d: %s %s%n    %s%n    → %s"
                .formatted(
                        finding.path("file").asText(),
                        finding.path("line").asInt(),
                        finding.path("column").asInt(),
                        finding.path("code").asText(),
                        finding.path("what").asText(),
                        finding.path("why").asText(),
                        finding.path("write").asText());
    }
}
