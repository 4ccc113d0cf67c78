package org.onewindow.hub.command.department;

import java.nio.file.Path;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole configuration: what serves on every node, and the folder on this machine in its place. */
@Command(name = "config", resourceBundle = "org.onewindow.hub.client.texts")
public final class ConfigVerbs {

    private final Console console;

    public ConfigVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "show")
    int show(@Mixin Wishes wishes) {
        var reply = Admin.of(wishes, console).get(Admin.CONFIGURATION);
        if (wishes.json() || !reply.good()) {
            return console.tell(reply, wishes.json(), "");
        }
        var status = reply.body();
        console.line(console.texts()
                .say(
                        "configuration-is",
                        status.path("revision").asText(),
                        status.path("change").asText()));
        for (var node : status.path("nodes")) {
            console.line("  %s  %s  %s"
                    .formatted(
                            node.path("node").asText(),
                            node.path("revision").asText(),
                            node.path("fault").asText("")));
        }
        if (status.path("folder").path("differs").asBoolean()) {
            console.line(console.texts().say("folder-differs"));
        }
        status.path("folder")
                .path("broken")
                .forEach(part -> console.line(console.texts().say("folder-broken", part.asText())));
        return status.path("folder").path("broken").isEmpty() ? Main.OK : Main.CHECK_FAILED;
    }

    @Command(name = "diff")
    int diff(@Mixin Wishes wishes, @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "") String folder) {
        var mine = Folder.tree(root(folder), console);
        return Differences.tell(Admin.of(wishes, console).files(""), mine, console, wishes.json());
    }

    @Command(name = "apply")
    int apply(
            @Mixin Wishes wishes,
            @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "") String folder,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note) {
        var mine = Folder.tree(root(folder), console);
        var admin = Admin.of(wishes, console);
        return admin.tellChange(admin.send("PUT", Admin.CONFIGURATION + "?note=" + Admin.escaped(note), mine));
    }

    private static Path root(String folder) {
        return folder.isEmpty() ? Folder.root(System.getenv()) : Path.of(folder);
    }
}
