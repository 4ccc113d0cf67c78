package org.onewindow.hub.command.department;

import java.util.List;
import java.util.concurrent.Callable;
import org.onewindow.config.Diagnostic;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a department's folder and runs its samples, on this machine and without a hub. */
@Command(name = "test", resourceBundle = "org.onewindow.hub.client.texts")
final class TestVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "ID|DIR")
    private String what = "";

    private final Console console;

    TestVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = Folder.of(what, console);
        List<Diagnostic> findings;
        int samples;
        try (var bench = Workbench.of(folder, System.getenv())) {
            findings = bench.findings();
            samples = bench.samples();
        }
        if (wishes.json()) {
            var json = HubApi.JSON.createObjectNode().put("id", folder.id()).put("samples", samples);
            json.set("findings", HubApi.JSON.valueToTree(Findings.json(findings, console)));
            console.json(json);
        } else {
            findings.forEach(finding -> console.line(finding.in(console.texts().locale())));
            console.line(console.texts()
                    .say(findings.isEmpty() ? "test-well" : "test-broken", folder.id(), samples, findings.size()));
        }
        return findings.isEmpty() ? Main.OK : Main.CHECK_FAILED;
    }
}
