package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which hub and which Java this is. */
@Command(name = "version", resourceBundle = "org.onewindow.hub.client.texts")
final class VersionVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    private final Console console;

    VersionVerb(Console console) {
        this.console = console;
    }

    static String hub() {
        return Optional.ofNullable(VersionVerb.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public Integer call() {
        if (wishes.json()) {
            console.json(JsonNodeFactory.instance
                    .objectNode()
                    .put("hub", hub())
                    .put("java", Runtime.version().toString()));
        } else {
            console.line("onewindow hub " + hub() + ", Java " + Runtime.version());
        }
        return Main.OK;
    }
}
