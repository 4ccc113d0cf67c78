package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onewindow.config.Configuration;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.GlossaryCheck;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.channel.ChannelForms;
import org.onewindow.hub.client.HubApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks the whole configuration tree; every fault with its place, and what to write instead. */
@Command(name = "validate", resourceBundle = "org.onewindow.hub.client.texts")
final class ValidateVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "")
    private String folder = "";

    private final Console console;
    private final Map<String, String> env;

    ValidateVerb(Console console, Map<String, String> env) {
        this.console = console;
        this.env = env;
    }

    @Override
    public Integer call() {
        var root = Path.of(folder.isEmpty() ? env.getOrDefault("HUB_CONFIG", "config") : folder);
        if (!Files.isDirectory(root)) {
            throw new BadInput(console.texts().say("no-folder", root));
        }
        var found = checked(root, Configuration.load(root, Settings.of(env)));
        if (wishes.json()) {
            console.json(json(found));
        } else {
            tell(found);
        }
        return found instanceof Configuration.Loaded ? Main.OK : Main.CHECK_FAILED;
    }

    /** What reads well has its mappings compiled and its samples run; the glossary is no part of the tree, but lies beside it. */
    private static Configuration checked(Path root, Configuration read) {
        var faults = new ArrayList<>(GlossaryCheck.in(root));
        switch (read) {
            case Configuration.Broken(var found) -> faults.addAll(found);
            case Configuration.Loaded(var tree) -> {
                faults.addAll(Connectors.check(root, tree.departments().values()));
                faults.addAll(ChannelForms.check(root, tree.channels().values()));
            }
        }
        return faults.isEmpty() ? read : new Configuration.Broken(faults);
    }

    private void tell(Configuration found) {
        switch (found) {
            case Configuration.Loaded(var tree) ->
                console.line(console.texts()
                        .say(
                                "validate-well",
                                tree.departments().size(),
                                tree.matters().size(),
                                tree.inquiries().size(),
                                tree.channels().size(),
                                tree.revision()));
            case Configuration.Broken(var faults) -> {
                faults.forEach(fault -> console.line(fault.in(console.texts().locale())));
                console.line(console.texts().say("validate-broken", faults.size()));
            }
        }
    }

    private ObjectNode json(Configuration found) {
        var node = HubApi.JSON.createObjectNode();
        switch (found) {
            case Configuration.Loaded(var tree) ->
                node.put("valid", true).put("revision", tree.revision()).putArray("faults");
            case Configuration.Broken(var faults) -> {
                var list = node.put("valid", false).putArray("faults");
                faults.forEach(fault -> list.add(json(fault)));
            }
        }
        return node;
    }

    private ObjectNode json(Diagnostic fault) {
        var locale = console.texts().locale();
        return HubApi.JSON
                .createObjectNode()
                .put("file", fault.file())
                .put("line", fault.line())
                .put("column", fault.column())
                .put("code", fault.code())
                .put("what", fault.what().in(locale))
                .put("why", fault.why().in(locale))
                .put("write", fault.write().in(locale));
    }
}
