package org.onewindow.licences;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.NextActor;
import org.onewindow.cases.Why;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.cases.store.NewTask;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;

/**
 * Looks once more at what a case was accepted with, in the transaction that approves it: departments may have taken longer than the hall
 * promised, and an issuer may have revoked what held. What the departments decided stands; that it was decided by a paper that was not good any
 * more is a task for a person (invariant I9).
 */
public final class MaterialsAtDecision implements InTransaction {

    private static final String EXPIRED = "expired";

    private final Supplier<ConfigurationTree> tree;
    private final Clock clock;

    public MaterialsAtDecision(Supplier<ConfigurationTree> tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        if (commands.contains(new Command.Notice("approved", Map.of()))) {
            var now = clock.instant();
            var over = new TreeSet<String>();
            new LastDays(connection, tree.get())
                    .over(decided, LocalDate.ofInstant(now, CaseMachine.BEIJING)).stream()
                            .filter(one -> isNeededThen(decided, one))
                            .forEach(one -> over.add(one.type() + " " + EXPIRED));
            new LicencesAtDecision(connection, new Catalogue(() -> tree.get().licences()))
                    .over(decided, now).stream()
                            .filter(one -> counts(decided, one))
                            .forEach(one -> over.add(one.type() + " " + one.state()));
            if (!over.isEmpty()) {
                var why = Why.of("materials-over", NextActor.OPERATOR, "materials", String.join(", ", over));
                new NewTask(decided.number(), why, now).open(connection);
            }
        }
    }

    private static boolean counts(CaseSnapshot decided, LicencesAtDecision.Over licence) {
        return !licence.state().equals(EXPIRED)
                || decided.request().materials().stream()
                        .filter(one -> licence.licence().equals(one.licence()))
                        .anyMatch(one -> isNeededThen(decided, one));
    }

    /** What had to be valid on the day of the application only may be over since. */
    private static boolean isNeededThen(CaseSnapshot decided, MaterialReference material) {
        return decided.matter().materials().stream()
                .filter(one -> one.type().equals(material.type()))
                .noneMatch(one -> one.validOn() == ValidOn.SUBMIT);
    }
}
