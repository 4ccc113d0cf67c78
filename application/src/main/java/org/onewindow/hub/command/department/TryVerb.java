package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Main;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the mappings make of a sample and of its answer, and whether both hold; with {@code --watch} again at every save. */
@Command(name = "try", resourceBundle = "org.onewindow.hub.client.texts")
final class TryVerb implements Callable<Integer> {

    /** A save is seen within this time; the rest is the mapping's own. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    @Mixin
    private Wishes wishes = new Wishes();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID|DIR")
    private String what = "";

    @Parameters(index = "1", paramLabel = "OPERATION")
    private String operation = "";

    @Option(names = "--sample", paramLabel = "N", defaultValue = "1")
    private String sample = "1";

    @Option(names = "--watch")
    private boolean watch;

    private final Console console;

    TryVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var folder = Folder.of(what, console);
        try (var bench = where.bench(wishes, console, watch)) {
            var seen = folder.changedAt();
            int code = tried(bench, folder);
            while (watch && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                var now = folder.changedAt();
                if (!now.equals(seen)) {
                    seen = now;
                    code = tried(bench, folder);
                }
            }
            return code;
        }
    }

    private int tried(Bench bench, Folder folder) {
        var begin = System.nanoTime();
        var told = bench.attempt(folder, operation, sample)
                .orElseThrow(() -> new BadInput(console.texts().say("no-sample", operation, sample)));
        tell(told, Duration.ofNanos(System.nanoTime() - begin));
        return told.path("well").asBoolean() ? Main.OK : Main.CHECK_FAILED;
    }

    private void tell(ObjectNode told, Duration took) {
        if (wishes.json()) {
            console.json(told.put("ms", took.toMillis()));
            return;
        }
        console.line(Indented.of(told.path("message").asText()));
        if (!told.path("reply").asText().isEmpty()) {
            console.line(console.texts().say("try-reply"));
            console.line(told.path("reply").asText());
        }
        var findings = told.path("findings");
        findings.forEach(finding -> console.line(Admin.line(finding)));
        console.line(console.texts()
                .say(
                        told.path("well").asBoolean() ? "try-well" : "try-broken",
                        told.path("sample").asText(),
                        took.toMillis(),
                        findings.size()));
    }
}
