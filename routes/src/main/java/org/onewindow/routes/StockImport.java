package org.onewindow.routes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.Erased;

/** Takes over licences of a stock of before (存量转化), one at a time: what is wrong with one keeps no other out. */
public final class StockImport {

    private static final int NUMBER_MAX = 200;
    private static final Localised REQUIRED = new Localised("此项必填", "This field is required");

    private final Supplier<ConfigurationTree> tree;
    private final LicenceStore store;
    private final IssuerEventCheck check = new IssuerEventCheck();

    public StockImport(Supplier<ConfigurationTree> tree, LicenceStore store) {
        this.tree = tree;
        this.store = store;
    }

    /**
     * Who hands licences in.
     *
     * @param ofAll of whichever issuer, as operators do; otherwise only what their own department issues
     */
    public record Hands(Actor actor, boolean ofAll) {

        private boolean mayHandIn(LicenceType type) {
            var own = actor.department();
            return ofAll || (own != null && own.equals(type.issuer().department()));
        }
    }

    /**
     * Takes one over, where it fits its type; whatever becomes of it is committed, with who handed it in.
     *
     * @param asOf when the stock stood so: what its issuer told later is not undone by it
     */
    public StockOutcome take(Hands hands, StockLine line, Instant asOf) {
        var actor = hands.actor();
        var type = tree.get().licences().get(line.type());
        var wrong = type == null
                ? List.of(violation("/type", "unknown-type", "没有此类证照", "There is no such type of licence"))
                : wrong(hands, type, line, asOf);
        if (!wrong.isEmpty()) {
            return refused(actor, type == null ? null : line.type(), wrong);
        }
        try {
            return new StockOutcome.Done(store.imports().take(actor, line.draft(asOf)));
        } catch (Erased nobody) {
            return refused(actor, line.type(), List.of(IssuerEvents.erased("/holders")));
        }
    }

    /** A line that could not be read. */
    public void unreadable(Actor actor) {
        store.imports().refused(actor, null);
    }

    private StockOutcome refused(Actor actor, @Nullable String type, List<Violation> wrong) {
        store.imports().refused(actor, type);
        return new StockOutcome.Refused(wrong);
    }

    private List<Violation> wrong(Hands hands, LicenceType type, StockLine line, Instant asOf) {
        if (!hands.mayHandIn(type)) {
            return List.of(violation(
                    "/type", "not-the-issuer", "此类证照由其他部门颁发", "Another department issues licences of this type"));
        }
        var stood = LocalDate.ofInstant(asOf, CaseMachine.BEIJING);
        var found = new ArrayList<>(check.check(type, "", line.content(), stood));
        if (line.number().isBlank()) {
            found.add(new Violation("/number", "required", REQUIRED));
        } else if (line.number().length() > NUMBER_MAX) {
            found.add(violation("/number", "out-of-bounds", "超出允许范围", "This is outside of what is allowed"));
        }
        if (line.issuedOn().isAfter(stood)) {
            found.add(violation(
                    "/issuedOn",
                    "out-of-bounds",
                    "发证日期不得晚于存量数据的时点",
                    "It is issued after the day as of which the stock stands"));
        }
        return List.copyOf(found);
    }

    private static Violation violation(String pointer, String code, String zhCN, String en) {
        return new Violation(pointer, code, new Localised(zhCN, en));
    }
}
