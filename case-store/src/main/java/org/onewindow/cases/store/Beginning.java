package org.onewindow.cases.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.Received;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.Command;
import org.onewindow.cases.Decision;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.Matter;

/** What becomes of an application in the transaction that takes it in. */
final class Beginning {

    private static final int SEED_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Beginning() {}

    /**
     * A matter that asks for no materials has none to look up: it is complete as it comes in, in the same transaction. Where that
     * leaves a question to an operator it is checked like others: an opening writes no tasks.
     */
    static Decision of(
            CaseMachine machine, CaseNumber number, Matter matter, ServiceRequest request, String by, Instant now) {
        var received = machine.decide(CaseMachine.open(number, matter, request, seed(), now), new Received(now, by));
        if (!matter.materials().isEmpty()) {
            return received;
        }
        var complete = machine.decide(received.next(), new Checked(now, List.of(), List.of()));
        if (complete.commands().stream().anyMatch(Command.OpenTask.class::isInstance)) {
            return received;
        }
        var trace = new ArrayList<>(received.trace());
        trace.addAll(complete.trace());
        return new Decision(complete.next(), trace, complete.commands(), complete.alarm(), true, null);
    }

    /** What only one open case may be about, hashed: it may be a person. Null: the matter has no such rule. */
    static @Nullable String openKey(Matter matter, ServiceRequest request, IdentityHash hash) {
        var rule = matter.oneOpenCasePer();
        if (rule == null) {
            return null;
        }
        var value = rule.evaluate(CaseMachine.input(request));
        return value == null ? null : hash.of(matter.code() + "/" + value);
    }

    private static String seed() {
        var bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
