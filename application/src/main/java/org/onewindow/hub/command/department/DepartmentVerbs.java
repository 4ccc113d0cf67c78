package org.onewindow.hub.command.department;

import java.util.Map;
import org.onewindow.hub.command.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about one department: {@code ./hub department VERB}. */
@Command(name = "department", resourceBundle = "org.onewindow.hub.client.texts")
public final class DepartmentVerbs {

    private DepartmentVerbs() {}

    public static CommandLine of(Console console, Map<String, String> env) {
        return new CommandLine(new DepartmentVerbs())
                .addSubcommand(new AddVerb(console, env))
                .addSubcommand(new RefreshVerb(console, env))
                .addSubcommand(new ListVerb(console))
                .addSubcommand(new ShowVerb(console))
                .addSubcommand(new TestVerb(console))
                .addSubcommand(new TryVerb(console))
                .addSubcommand(new ProbeVerb(console))
                .addSubcommand(new DiffVerb(console))
                .addSubcommand(new ApplyVerb(console))
                .addSubcommand("enable", new SwitchVerb(console, "enable"))
                .addSubcommand("disable", new SwitchVerb(console, "disable"))
                .addSubcommand(new HistoryVerb(console))
                .addSubcommand(new RollbackVerb(console))
                .addSubcommand(new RemoveVerb(console));
    }
}
