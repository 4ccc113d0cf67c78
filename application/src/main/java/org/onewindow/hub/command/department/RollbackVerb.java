package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the whole configuration serve that served under a revision; without one, that before the last. */
@Command(name = "rollback", resourceBundle = "org.onewindow.hub.client.texts")
final class RollbackVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "REVISION", arity = "0..1", defaultValue = "")
    private String revision = "";

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    private String note = "";

    private final Console console;

    RollbackVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var admin = Admin.of(wishes, console);
        var body = HubApi.JSON.createObjectNode().put("note", note);
        if (!revision.isEmpty()) {
            body.put("revision", revision);
        }
        return admin.tellChange(admin.post(Admin.CONFIGURATION + "/rollback", body));
    }
}
