package org.onewindow.hub.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What waits for a person: steps in doubt, stuck steps, payments that differ. */
@Command(name = "task", resourceBundle = "org.onewindow.hub.client.texts")
final class TaskVerbs {

    private static final String PATH = "/v1/admin/tasks";

    private final Console console;

    TaskVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "list")
    int list(@Mixin Wishes wishes) {
        var hub = wishes.hub(console);
        var reply = hub.get(PATH, new Tokens(hub).token("operator"));
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        var tasks = reply.body().isArray() ? reply.body() : reply.body().path("items");
        for (var task : tasks) {
            console.line("%s  %s  %s  %s  %s"
                    .formatted(
                            task.path("id").asText(),
                            task.path("number").asText(),
                            task.path("step").asText(),
                            task.path("kind").asText(),
                            task.path("why").asText()));
        }
        if (tasks.isEmpty()) {
            console.line(console.texts().say("no-tasks"));
        }
        return Main.OK;
    }

    @Command(name = "resolve")
    int resolve(
            @Mixin Wishes wishes,
            @Parameters(index = "0", paramLabel = "ID") String id,
            @Parameters(index = "1", paramLabel = "happened|did-not-happen|repeat") String resolution,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason,
            @Option(names = "--facts", paramLabel = "JSON") @Nullable String facts) {
        if (!java.util.Set.of("happened", "did-not-happen", "repeat").contains(resolution)) {
            throw new BadInput(console.texts().say("resolution-wrong", resolution));
        }
        var hub = wishes.hub(console);
        var body = HubApi.JSON.createObjectNode().put("resolution", resolution).put("reason", reason);
        if (facts != null) {
            body.set("facts", object(facts));
        }
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var reply = hub.post(PATH + "/" + id + "/resolution", new Tokens(hub).token("operator"), body, headers);
        return console.tell(reply, wishes.json(), console.texts().say("resolved", id));
    }

    /** What the department would have told, such as a payment's amountFen, paymentReference and paidAt. */
    private JsonNode object(String facts) {
        try {
            var read = HubApi.JSON.readTree(facts);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException wrong) {
            throw new BadInput(console.texts().say("facts-wrong", wrong.getOriginalMessage()));
        }
        throw new BadInput(console.texts().say("facts-wrong", facts));
    }
}
