package org.onewindow.hub.command;

import java.util.concurrent.Callable;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a development token, for {@code curl}. */
@Command(name = "token", resourceBundle = "org.onewindow.hub.client.texts")
final class TokenVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "NAME")
    private String name = "";

    private final Console console;

    TokenVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var reply = new Tokens(wishes.hub(console)).ask(name);
        if (!reply.good()) {
            throw new BadInput(console.texts().say("token-refused", name, reply.problem()));
        }
        if (wishes.json()) {
            console.json(reply.body());
        } else {
            console.line(reply.body().path("access_token").asText());
        }
        return Main.OK;
    }
}
