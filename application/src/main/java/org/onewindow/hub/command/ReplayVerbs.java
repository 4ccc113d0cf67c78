package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Has departments asked again: one message by its number; a group by what it is found by, after its count was told and confirmed with
 * {@code --yes}.
 */
@Command(name = "replay", resourceBundle = "org.onewindow.hub.client.texts")
final class ReplayVerbs implements Callable<Integer> {

    private static final String REPLAYS = "/v1/admin/replays";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private MessageWishes wanted = new MessageWishes();

    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable
    private Long id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--rate", defaultValue = "10", paramLabel = "PER-SECOND")
    private int rate;

    @Option(names = "--yes")
    private boolean yes;

    private final Console console;

    ReplayVerbs(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var hub = wishes.hub(console);
        var token = new Tokens(hub).token("operator");
        return id == null ? group(hub, token) : one(hub, token, id);
    }

    private int one(HubApi hub, String token, long message) {
        var reply = hub.post("/v1/admin/messages/" + message + "/replay", token, because(), Map.of());
        var did = console.texts().say("replay-" + reply.body().path("did").asText("not"), message);
        return console.tell(reply, wishes.json(), did);
    }

    private JsonNode because() {
        return HubApi.JSON.createObjectNode().put("reason", reason);
    }

    private int group(HubApi hub, String token) {
        var plan = hub.post(REPLAYS, token, wanted.body(), Map.of());
        if (!plan.good()) {
            return console.tell(plan, wishes.json(), "");
        }
        int total = plan.body().path("total").asInt();
        if (!yes || total == 0) {
            console.tell(plan, wishes.json(), console.texts().say("replay-planned", total));
            return total == 0 ? Main.OK : Main.CHECK_FAILED;
        }
        var at = REPLAYS + "/" + plan.body().path("id").asText();
        var go = HubApi.JSON.createObjectNode().put("reason", reason).put("rate", rate);
        var reply = hub.post(at + "/run", token, go, Map.of());
        return reply.good() ? follow(hub, token, at) : console.tell(reply, wishes.json(), "");
    }

    /** Tells how far it is, every second. */
    private int follow(HubApi hub, String token, String at) {
        while (true) {
            var reply = hub.get(at, token);
            var view = reply.body();
            boolean runs = reply.good() && view.path("state").asText().equals("running");
            if (!runs || !wishes.json()) {
                console.tell(reply, wishes.json(), progress(view));
            }
            if (!runs) {
                boolean well = reply.good() && view.path("failed").asInt() == 0;
                return well ? Main.OK : Main.CHECK_FAILED;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private String progress(JsonNode view) {
        return console.texts()
                .say(
                        "replay-progress",
                        view.path("id").asText(),
                        view.path("done").asInt(),
                        view.path("total").asInt(),
                        view.path("failed").asInt(),
                        view.path("skipped").asInt());
    }

    /** Stops one that runs. */
    @Command(name = "stop")
    int stop(@Mixin Wishes other, @Parameters(paramLabel = "REPLAY") String replay) {
        var hub = other.hub(console);
        var reply = hub.post(
                REPLAYS + "/" + replay + "/stop",
                new Tokens(hub).token("operator"),
                HubApi.JSON.createObjectNode(),
                Map.of());
        return console.tell(reply, other.json(), progress(reply.body()));
    }
}
