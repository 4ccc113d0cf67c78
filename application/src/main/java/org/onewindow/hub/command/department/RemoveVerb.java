package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a department away that neither matters nor open cases need. */
@Command(name = "remove", resourceBundle = "org.onewindow.hub.client.texts")
final class RemoveVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    private String note = "";

    private final Console console;

    RemoveVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var admin = Admin.of(wishes, console);
        return admin.tellChange(admin.send("DELETE", Admin.department(id) + "?note=" + Admin.escaped(note)));
    }
}
