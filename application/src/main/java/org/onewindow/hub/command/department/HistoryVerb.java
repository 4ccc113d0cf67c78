package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What served when, and who made it so; newest first. */
@Command(name = "history", resourceBundle = "org.onewindow.hub.client.texts")
final class HistoryVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "")
    private String id = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20")
    private int limit = 20;

    private final Console console;

    HistoryVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var path = Admin.CONFIGURATION + "/history?limit=" + limit
                + (id.isEmpty() ? "" : "&department=" + Admin.escaped(id));
        var reply = Admin.of(wishes, console).get(path);
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        for (var change : reply.body().path("items")) {
            console.line("%4d  %s  %-11s  %s  %s  %s"
                    .formatted(
                            change.path("number").asInt(),
                            change.path("revision").asText(),
                            change.path("kind").asText(),
                            change.path("at").asText(),
                            change.path("by").asText(),
                            change.path("note").asText())
                    .stripTrailing());
        }
        return Main.OK;
    }
}
