package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** From now on a department is called, or it is not and what is to be asked of it waits. */
@Command(resourceBundle = "org.onewindow.hub.client.texts")
final class SwitchVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID")
    private String id = "";

    private final Console console;
    private final String verb;

    /**
     * One of the two.
     *
     * @param verb {@code enable} or {@code disable}
     */
    SwitchVerb(Console console, String verb) {
        this.console = console;
        this.verb = verb;
    }

    @Override
    public Integer call() {
        var admin = Admin.of(wishes, console);
        return admin.tellChange(admin.send("POST", Admin.department(id) + "/" + verb));
    }
}
