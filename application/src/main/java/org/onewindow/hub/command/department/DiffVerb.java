package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.config.Archive;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What an apply of this folder would change of what serves, line by line. */
@Command(name = "diff", resourceBundle = "org.onewindow.hub.client.texts")
final class DiffVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID|DIR")
    private String what = "";

    private final Console console;

    DiffVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = Folder.of(what, console);
        var mine = folder.files();
        Archive serves = Admin.of(wishes, console).files("");
        return Differences.tell(serves, serves.withDepartment(folder.id(), mine), console, wishes.json());
    }
}
