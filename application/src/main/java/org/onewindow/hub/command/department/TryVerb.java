package org.onewindow.hub.command.department;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.onewindow.connectors.check.Trial;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the request mapping makes of a sample, and whether it holds; with {@code --watch} again at every save. */
@Command(name = "try", resourceBundle = "org.onewindow.hub.client.texts")
final class TryVerb implements Callable<Integer> {

    /** A save is seen within this time; the rest is the mapping's own. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(index = "0", paramLabel = "ID|DIR")
    private String what = "";

    @Parameters(index = "1", paramLabel = "OPERATION")
    private String operation = "";

    @Option(names = "--sample", paramLabel = "N", defaultValue = "1")
    private int sample = 1;

    @Option(names = "--watch")
    private boolean watch;

    private final Console console;

    TryVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = Folder.of(what, console);
        int code = tried(folder);
        var seen = folder.changedAt();
        while (watch && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            var now = folder.changedAt();
            if (!now.equals(seen)) {
                seen = now;
                code = tried(folder);
            }
        }
        return code;
    }

    private int tried(Folder folder) {
        var begin = System.nanoTime();
        try (var bench = Workbench.of(folder, System.getenv())) {
            var trial = bench.trial(operation, sample);
            return tell(trial, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private int tell(Optional<Trial> tried, Duration took) {
        if (tried.isEmpty()) {
            throw new BadInput(console.texts().say("no-sample", operation, sample));
        }
        var trial = tried.get();
        boolean well = trial.findings().isEmpty();
        if (wishes.json()) {
            var json = HubApi.JSON
                    .createObjectNode()
                    .put("sample", trial.sample())
                    .put("message", trial.message())
                    .put("ms", took.toMillis());
            json.set("findings", HubApi.JSON.valueToTree(List.copyOf(Findings.json(trial.findings(), console))));
            console.json(json);
        } else {
            console.line(Indented.of(trial.message()));
            trial.findings()
                    .forEach(finding -> console.line(finding.in(console.texts().locale())));
            console.line(console.texts()
                    .say(
                            well ? "try-well" : "try-broken",
                            trial.sample(),
                            took.toMillis(),
                            trial.findings().size()));
        }
        return well ? Main.OK : Main.CHECK_FAILED;
    }
}
