package org.onewindow.hub.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Explanation;
import org.onewindow.config.FaultTexts;
import org.onewindow.connectors.channel.ChannelForms;
import org.onewindow.connectors.check.FolderCheck;
import org.onewindow.connectors.contract.ContractFault;
import org.onewindow.hub.client.HubApi;
import org.onewindow.portal.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a code of {@code validate} or of a problem is about, and what to do. */
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
        var locale = console.texts().locale();
        var explanation = explanation(code.strip())
                .orElseThrow(() -> new BadInput(console.texts().say("code-unknown", code)));
        if (wishes.json()) {
            console.json(HubApi.JSON
                    .createObjectNode()
                    .put("code", explanation.code())
                    .put("what", explanation.what().in(locale))
                    .put("why", explanation.why().in(locale))
                    .put("write", explanation.write().in(locale)));
        } else {
            console.line(explanation.in(locale));
        }
        return Main.OK;
    }

    /** Of the configuration's checks, in whatever module they are, or a problem of the API. */
    private static Optional<Explanation> explanation(String code) {
        var known = code.toUpperCase(Locale.ROOT);
        return FaultTexts.explain(known)
                .or(() -> FolderCheck.explain(known))
                .or(() -> ChannelForms.explain(known))
                .or(() -> ContractFault.explain(known))
                .or(() -> problem(code.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Explanation> problem(String code) {
        var words = new Words();
        var title = "problem." + code + ".title";
        return words.find(title, Locale.ENGLISH, Map.of())
                .map(_ -> new Explanation(
                        code,
                        both(words, title),
                        both(words, "problem." + code + ".detail"),
                        new Localised("见 /help/problems/" + code, "see /help/problems/" + code)));
    }

    private static Localised both(Words words, String key) {
        return new Localised(words.of(key, Locale.CHINESE), words.of(key, Locale.ENGLISH));
    }
}
