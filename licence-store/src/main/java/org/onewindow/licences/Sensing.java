package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells that licences exist (系统感知), never what stands on them; also that is written down. */
public final class Sensing {

    private final JdbcClient sql;
    private final Spending spending;
    private final Clock clock;

    public Sensing(DataSource database, Spending spending, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.spending = spending;
        this.clock = clock;
    }

    /** What became of a look. */
    public sealed interface Answer {

        /** The newest first, at most 200; those that another has replaced are left out. */
        record Found(List<Sensed> licences) implements Answer {}

        /**
         * Nothing is told.
         *
         * @param reason {@code no-purpose} or {@code over-budget}
         */
        record Refused(String reason) implements Answer {}
    }

    /** Of the actor themself, or of whom they were allowed to look for, or whom the open case names. */
    public Answer look(Actor actor, HolderId holder, Collection<String> types, @Nullable CaseNumber caseNumber) {
        return look(actor, new Look(holder, types, caseNumber, true));
    }

    /**
     * A look by somebody at work.
     *
     * @param may whether they work on the case, and its matter asks for these types; without that they learn as much as of no case
     */
    public record Look(HolderId holder, Collection<String> types, @Nullable CaseNumber caseNumber, boolean may) {}

    /** The same, where the case alone is not purpose enough. */
    public Answer look(Actor actor, Look look) {
        var caseNumber = look.caseNumber();
        var rows = actor.bind(sql.sql("select * from lic.sense(" + actor.onBehalfSql()
                        + ", :now, :holder, string_to_array(:types, ' '), :case, :may)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("holder", look.holder().bytes())
                .param("types", String.join(" ", look.types()))
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR)
                .param("may", look.may())
                .query(Sensing::row)
                .list();
        return rows.stream()
                .map(Row::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .<Answer>map(reason -> refused(reason, actor))
                .orElseGet(() -> new Answer.Found(
                        rows.stream().map(Row::sensed).filter(Objects::nonNull).toList()));
    }

    private Answer.Refused refused(String reason, Actor actor) {
        spending.watch(reason, actor);
        return new Answer.Refused(reason);
    }

    /** The holder's valid licence of this type; the newest where there are several. */
    public Optional<Sensed> current(Actor actor, HolderId holder, String type, @Nullable CaseNumber caseNumber) {
        return switch (look(actor, holder, List.of(type), caseNumber)) {
            case Answer.Refused _ -> Optional.empty();
            case Answer.Found(List<Sensed> licences) ->
                licences.stream()
                        .filter(one -> one.state() == Licence.Status.VALID)
                        .findFirst();
        };
    }

    private record Row(@Nullable String refusal, @Nullable Sensed sensed) {}

    private static Row row(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        if (!outcome.equals("ok")) {
            return new Row(outcome, null);
        }
        return new Row(
                null,
                new Sensed(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("issuer"),
                        Licence.Status.of(row.getString("state")),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getObject("source_as_of", OffsetDateTime.class).toInstant()));
    }
}
