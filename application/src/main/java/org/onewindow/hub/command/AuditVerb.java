package org.onewindow.hub.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.onewindow.hub.client.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the chain of hashes over the trace recomputed; what was changed afterwards shows. */
@Command(name = "verify-audit", resourceBundle = "org.onewindow.hub.client.texts")
final class AuditVerb implements Callable<Integer> {

    /** A large store has many chains: the answer comes when all are reckoned. */
    private static final Duration RECKONED_WITHIN = Duration.ofHours(6);

    @Mixin
    private Wishes wishes = new Wishes();

    private final Console console;

    AuditVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var hub = wishes.hub(console);
        var reply = hub.get("/v1/admin/verify-audit", new Tokens(hub).token("operator"), RECKONED_WITHIN);
        boolean intact = reply.body().path("intact").asBoolean();
        var line = console.texts()
                .say(intact ? "audit-intact" : "audit-broken", reply.body().path("broken"));
        int code = console.tell(reply, wishes.json(), line);
        return code == Main.OK && !intact ? Main.CHECK_FAILED : code;
    }
}
