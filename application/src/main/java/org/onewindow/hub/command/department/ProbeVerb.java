package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether the hub reaches a department: the line, its certificate, its contract, and where it is wished one look-up. */
@Command(name = "probe", resourceBundle = "org.onewindow.hub.client.texts")
final class ProbeVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--call")
    private boolean call;

    private final Console console;

    ProbeVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var body = HubApi.JSON.createObjectNode().put("lookUp", call);
        var reply = Admin.of(wishes, console).post(Admin.department(id) + "/probe", body);
        if (!reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        if (wishes.json()) {
            console.json(reply.body());
        } else {
            for (var step : reply.body().path("steps")) {
                console.line("%s %-9s %s (%d ms)"
                        .formatted(
                                step.path("well").asBoolean() ? "+" : "!",
                                step.path("step").asText(),
                                step.path("detail").asText(),
                                step.path("ms").asLong()));
            }
        }
        return reply.body().path("well").asBoolean() ? Main.OK : Main.CHECK_FAILED;
    }
}
