package org.onewindow.licences;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How the licences that a case was accepted with stand when it is decided. */
final class LicencesAtDecision {

    private static final String OVER =
            "select * from lic.over_at_decision(" + Actor.SQL + ", :now, :case, :which, :knownFor::jsonb)";

    private final Connection connection;
    private final Catalogue catalogue;

    LicencesAtDecision(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /**
     * One that is not in force any more, or of which nobody knows.
     *
     * @param state {@code expired, suspended, revoked, cancelled}, or {@code unknown} where the last word of its issuer is too old
     */
    record Over(String licence, String type, String state) {}

    /** Written down with the decision. One that another has replaced meanwhile is what the case was accepted with, to its last day. */
    List<Over> over(CaseSnapshot decided, Instant now) throws SQLException {
        var borne = decided.request().materials().stream()
                .map(MaterialReference::licence)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        try {
            return borne.length == 0
                    ? List.of()
                    : over(decided, borne, OffsetDateTime.ofInstant(now, CaseMachine.BEIJING));
        } catch (DataAccessException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }

    private List<Over> over(CaseSnapshot decided, String[] borne, OffsetDateTime now) {
        return Actor.HUB
                .bind(JdbcClient.create(new SingleConnectionDataSource(connection, true))
                        .sql(OVER))
                .param("now", now)
                .param("case", decided.number().text())
                .param("which", borne)
                .param("knownFor", catalogue.knownForSeconds())
                .query((row, _) ->
                        new Over(row.getString("licence"), row.getString("its_type"), row.getString("its_state")))
                .list();
    }
}
