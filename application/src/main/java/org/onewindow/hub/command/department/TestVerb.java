package org.onewindow.hub.command.department;

import java.util.concurrent.Callable;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a department's folder and runs its samples; nothing of it serves, and no hub is needed. */
@Command(name = "test", resourceBundle = "org.onewindow.hub.client.texts")
final class TestVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "ID|DIR")
    private String what = "";

    private final Console console;

    TestVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = Folder.of(what, console);
        try (var bench = where.bench(wishes, console, false)) {
            var told = bench.test(folder);
            var findings = told.path("findings");
            boolean well = told.path("well").asBoolean();
            if (wishes.json()) {
                console.json(told);
            } else {
                findings.forEach(finding -> console.line(Admin.line(finding)));
                console.line(console.texts()
                        .say(
                                well ? "test-well" : "test-broken",
                                folder.id(),
                                told.path("samples").asInt(),
                                findings.size()));
            }
            return well ? Main.OK : Main.CHECK_FAILED;
        }
    }
}
