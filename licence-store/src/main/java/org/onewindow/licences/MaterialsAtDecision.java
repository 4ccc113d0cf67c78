package org.onewindow.licences;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.NextActor;
import org.onewindow.cases.Why;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.cases.store.Tasks;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks once more at what a case was accepted with, in the transaction that approves it: departments may have taken longer than the hall
 * promised, and an issuer may have revoked what held. What the departments decided stands; that it was decided by a paper that was not good any
 * more is a task for a person (invariant I9).
 */
public final class MaterialsAtDecision implements InTransaction {

    private static final String EXPIRED = "expired";

    private final Clock clock;

    public MaterialsAtDecision(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        if (commands.contains(new Command.Notice("approved", Map.of()))) {
            var now = clock.instant();
            var over = new TreeSet<String>();
            papers(decided, now).forEach(over::add);
            over.addAll(licences(connection, decided, now));
            if (!over.isEmpty()) {
                var why = Why.of("materials-over", NextActor.OPERATOR, "materials", String.join(", ", over));
                Tasks.open(connection, decided.number(), why, now);
            }
        }
    }

    /** Uploads whose last day was told, and is over. */
    private static Stream<String> papers(CaseSnapshot decided, Instant now) {
        var today = LocalDate.ofInstant(now, CaseMachine.BEIJING);
        return decided.request().materials().stream()
                .filter(one -> isOver(one, today) && isNeededThen(decided, one.type()))
                .map(one -> said(one.type(), EXPIRED));
    }

    private static boolean isOver(MaterialReference material, LocalDate today) {
        var last = material.lastDay();
        return last != null && last.isBefore(today);
    }

    private static List<String> licences(Connection connection, CaseSnapshot decided, Instant now) throws SQLException {
        var borne = decided.request().materials().stream()
                .map(MaterialReference::licence)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        if (borne.length == 0) {
            return List.of();
        }
        try {
            return Actor.HUB
                    .bind(JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql("select * from lic.over_at_decision(" + Actor.SQL + ", :now, :case, :which)"))
                    .param("now", OffsetDateTime.ofInstant(now, CaseMachine.BEIJING))
                    .param("case", decided.number().text())
                    .param("which", borne)
                    .query((row, _) ->
                            new Over(row.getString("licence"), row.getString("its_type"), row.getString("its_state")))
                    .list()
                    .stream()
                    .filter(one -> one.counts(decided))
                    .map(one -> said(one.type(), one.state()))
                    .toList();
        } catch (DataAccessException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }

    /** A licence that is not in force any more. */
    private record Over(String licence, String type, String state) {

        boolean counts(CaseSnapshot decided) {
            return !state.equals(EXPIRED)
                    || decided.request().materials().stream()
                            .filter(one -> licence.equals(one.licence()))
                            .anyMatch(one -> isNeededThen(decided, one.type()));
        }
    }

    /** What had to be valid on the day of the application only may be over since. */
    private static boolean isNeededThen(CaseSnapshot decided, String type) {
        return decided.matter().materials().stream()
                .filter(one -> one.type().equals(type))
                .map(RequiredMaterial::validOn)
                .noneMatch(ValidOn.SUBMIT::equals);
    }

    private static String said(String type, String state) {
        return type + " " + state;
    }
}
