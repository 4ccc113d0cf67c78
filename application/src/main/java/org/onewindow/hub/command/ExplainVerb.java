package org.onewindow.hub.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.onewindow.config.FaultTexts;
import org.onewindow.connectors.contract.ContractFault;
import org.onewindow.hub.client.HubApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a code of {@code validate} is about. */
@Command(name = "explain", resourceBundle = "org.onewindow.hub.client.texts")
final class ExplainVerb implements Callable<Integer> {

    @Mixin
    private Wishes wishes = new Wishes();

    @Parameters(paramLabel = "CODE")
    private String code = "";

    private final Console console;

    ExplainVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var known = code.toUpperCase(Locale.ROOT);
        var text = FaultTexts.explain(known)
                .or(() -> ContractFault.explain(known))
                .orElseThrow(() -> new BadInput(console.texts().say("code-unknown", code)))
                .in(console.texts().locale());
        if (wishes.json()) {
            console.json(HubApi.JSON.createObjectNode().put("code", known).put("text", text));
        } else {
            console.line(known + ": " + text);
        }
        return Main.OK;
    }
}
