package org.onewindow.licences.materials;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.config.MaterialType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.keys.HolderId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Puts what a case was accepted with into its holders' own spaces, in the transaction that accepts it; what was used again is written down
 * with who said that it is unchanged. Unregistered kinds and originals for one case are not kept for later.
 */
public final class MaterialKeeping implements InTransaction {

    private static final String KEEP = "select mat.keep_valid(" + Actor.SQL
            + ", :now, row(:id, :holder, :type, :upload, (select case when owner !~ '^[0-9a-f]{64}$' then 'B' when"
            + " :own then 'D' else 'C' end from upload where id = :upload), :watched::jsonb, :case, null, null,"
            + " :until, null)::mat.material, :last, :sensitive)";
    private static final String USE_AGAIN = "select mat.use_again(" + Actor.SQL + ", :now, :id, :case, :by, :until)";

    private final Supplier<ConfigurationTree> tree;
    private final IdentityHash hash;
    private final Clock clock;

    public MaterialKeeping(Supplier<ConfigurationTree> tree, IdentityHash hash, Clock clock) {
        this.tree = tree;
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        if (commands.contains(new Command.Notice("accepted", Map.of()))) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try {
                for (var material : decided.request().materials()) {
                    carryOut(sql, decided, material);
                }
            } catch (DataAccessException failure) {
                throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
            }
        }
    }

    private void carryOut(JdbcClient sql, CaseSnapshot decided, MaterialReference material) {
        var type = tree.get().materials().get(material.type());
        if (type != null && !type.onceOnly() && material.upload() != null) {
            if (material.stored() == null) {
                keep(sql, decided, material, type);
            } else {
                useAgain(sql, decided, material, type);
            }
        }
    }

    private void keep(JdbcClient sql, CaseSnapshot decided, MaterialReference material, MaterialType type) {
        var watched = Watched.of(type, CaseMachine.input(decided.request()), hash);
        Actor.HUB
                .bind(sql.sql(KEEP))
                .param("now", now())
                .param("id", RandomIds.next("mat_"))
                .param(
                        "holder",
                        HolderId.of(hash, Whose.of(material, decided.request())).bytes())
                .param("type", type.id())
                .param("upload", material.upload())
                .param("own", MaterialTrust.isOwn(material, type))
                .param("watched", Watched.text(watched))
                .param("case", decided.number().text())
                .param("until", lastDay(type.kept()))
                .param("sensitive", type.sensitivity() == LicenceType.Sensitivity.SENSITIVE)
                .param("last", earlier(type.lastDay(handedInOn(sql, material)), material.lastDay()), Types.DATE)
                .query(String.class)
                .single();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate byItsKind, @Nullable LocalDate told) {
        return told == null || (byItsKind != null && byItsKind.isBefore(told)) ? byItsKind : told;
    }

    /** What came before its case, or with a supplement of it, is as old as it is. */
    private LocalDate handedInOn(JdbcClient sql, MaterialReference material) {
        return sql.sql("select received_at from upload where id = ?")
                .param(material.upload())
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(CaseMachine.BEIJING).toLocalDate())
                .orElseGet(this::today);
    }

    private void useAgain(JdbcClient sql, CaseSnapshot decided, MaterialReference material, MaterialType type) {
        Actor.HUB
                .bind(sql.sql(USE_AGAIN))
                .param("now", now())
                .param("id", material.stored())
                .param("case", decided.number().text())
                .param("by", hash.of(decided.request().applicant()))
                .param("until", lastDay(type.kept()))
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CaseMachine.BEIJING);
    }

    private LocalDate lastDay(Duration kept) {
        return LocalDate.ofInstant(clock.instant().plus(kept), CaseMachine.BEIJING);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
