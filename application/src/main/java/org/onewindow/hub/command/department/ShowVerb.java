package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One department as it serves: its descriptor and its files. */
@Command(name = "show", resourceBundle = "org.onewindow.hub.client.texts")
final class ShowVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID")
    private String id = "";

    private final Console console;

    ShowVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var files = Admin.of(wishes, console).files("").department(id);
        if (files.isEmpty()) {
            throw new BadInput(console.texts().say("department-unknown", id));
        }
        var descriptor = files.text("departments/" + id + "/department.yaml");
        if (wishes.json()) {
            var json = HubApi.JSON.createObjectNode().put("id", id).put("descriptor", descriptor);
            var names = json.putArray("files");
            files.names().forEach(names::add);
            console.json(json);
        } else {
            console.line(descriptor.stripTrailing());
            console.line("");
            files.names().forEach(console::line);
        }
        return Main.OK;
    }
}
