package org.onewindow.hub.command;

import java.util.concurrent.Callable;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stop switch: whether what failed at a department is tried again by itself; {@code all} is every department. */
@Command(name = "retries", resourceBundle = "org.onewindow.hub.client.texts")
final class RetriesVerb implements Callable<Integer> {

    private enum State {
        off,
        on
    }

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(index = "0", paramLabel = "ID|all")
    private String department = "";

    @Parameters(index = "1", paramLabel = "off|on")
    private State state = State.on;

    @Option(names = "--include-older")
    private boolean includeOlder;

    @Option(names = "--reason", required = true, paramLabel = "TEXT")
    private String reason = "";

    private final Console console;

    RetriesVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var hub = wishes.hub(console);
        var body = HubApi.JSON
                .createObjectNode()
                .put("retries", state.name())
                .put("reason", reason)
                .put("includeOlder", includeOlder);
        var at = department.equals("all") ? "/v1/admin/retries" : "/v1/admin/departments/" + department + "/retries";
        var reply = hub.put(at, new Tokens(hub).token("operator"), body);
        return console.tell(reply, wishes.json(), console.texts().say("retries-" + state, department));
    }
}
