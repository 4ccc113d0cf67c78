package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The departments that serve, each in its revision. */
@Command(name = "list", resourceBundle = "org.onewindow.hub.client.texts")
final class ListVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    private final Console console;

    ListVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var reply = Admin.of(wishes, console).get(Admin.CONFIGURATION);
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        for (var one : reply.body().path("departments")) {
            var state = one.path("enabled").asBoolean() ? "enabled" : "disabled";
            console.line("%-24s %s  %-8s  %s"
                    .formatted(
                            one.path("id").asText(),
                            one.path("revision").asText(),
                            console.texts().say(state),
                            one.path("name").asText()));
        }
        return Main.OK;
    }
}
