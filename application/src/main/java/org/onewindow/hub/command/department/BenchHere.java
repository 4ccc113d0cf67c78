package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Settings;
import org.onewindow.connectors.check.Trial;
import org.onewindow.connectors.check.Workbench;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.Console;

/** On this machine, without a hub. */
final class BenchHere implements Bench {

    private final Workbench bench;
    private final Console console;

    BenchHere(Console console) {
        this.console = console;
        var env = System.getenv();
        try {
            this.bench = new Workbench(
                    Files.createTempDirectory("hub-department"),
                    Settings.of(env).completedIn(Folder.root(env)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public ObjectNode test(Folder folder) {
        bench.lay(folder.files());
        var findings = bench.findings();
        var told = HubApi.JSON
                .createObjectNode()
                .put("id", folder.id())
                .put("well", findings.isEmpty())
                .put("samples", bench.samples());
        return with(told, findings);
    }

    @Override
    public Optional<ObjectNode> attempt(Folder folder, String operation, String sample) {
        bench.lay(folder.files());
        return bench.trial(Trial.Wish.of(operation, sample))
                .map(trial -> with(
                        HubApi.JSON
                                .createObjectNode()
                                .put("sample", trial.sample())
                                .put("well", trial.findings().isEmpty())
                                .put("message", trial.message())
                                .put("reply", trial.reply()),
                        trial.findings()));
    }

    private ObjectNode with(ObjectNode told, List<Diagnostic> findings) {
        told.set("findings", HubApi.JSON.valueToTree(Findings.json(findings, console)));
        return told;
    }

    @Override
    public void close() {
        bench.close();
    }
}
