package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a department's folder serve, or without one the whole tree; the hub examines it first. */
@Command(name = "apply", resourceBundle = "org.onewindow.hub.client.texts")
final class ApplyVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID|DIR", arity = "0..1", defaultValue = "")
    private String what = "";

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    private String note = "";

    private final Console console;

    ApplyVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (what.isEmpty()) {
            var files = Folder.tree(Folder.root(System.getenv()), console);
            var admin = Admin.of(wishes, console);
            return admin.tellChange(admin.send("PUT", Admin.CONFIGURATION + "?note=" + Admin.escaped(note), files));
        }
        var folder = Folder.of(what, console);
        var files = folder.files();
        var admin = Admin.of(wishes, console);
        return admin.tellChange(
                admin.send("PUT", Admin.department(folder.id()) + "?note=" + Admin.escaped(note), files));
    }
}
