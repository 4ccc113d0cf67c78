package org.onewindow.licences.checklist;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.store.InTransaction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A list that may be told. It is kept in the transaction of the decision that tells it, and only where that does: what the case came too
 * far for, or is looked for again, stands nowhere as told.
 *
 * @param list as it may be told
 * @param sha256 of the list that is kept: where the same is wanted as before it is that of before
 * @param newFacts what is wanted by now only because something became known since
 * @param isKept the same was told before
 */
public record NoticeToTell(Checklist list, String sha256, Set<String> newFacts, boolean isKept)
        implements InTransaction {

    public NoticeToTell {
        newFacts = Set.copyOf(newFacts);
    }

    static NoticeToTell of(Checklist list, Set<String> newFacts) {
        return new NoticeToTell(list, list.sha256(), newFacts, false);
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        if (!isKept && decided.state() == CaseState.SUPPLEMENT) {
            try {
                keep(JdbcClient.create(new SingleConnectionDataSource(connection, true)), decided);
            } catch (DataAccessException failure) {
                throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
            }
        }
    }

    private void keep(JdbcClient sql, CaseSnapshot decided) {
        var verdict = sql.sql(
                        """
                        select mat.freeze(:case, row(:case, 0, :hash, :rules, :asOf, :body,
                            string_to_array(:wanted, ' '), string_to_array(:news, ' '))::mat.checklist)""")
                .params(Map.of(
                        "case", decided.number().text(),
                        "hash", sha256,
                        "rules", list.ruleVersion(),
                        "asOf", OffsetDateTime.ofInstant(list.asOf(), ZoneOffset.UTC),
                        "body", list.body(),
                        "wanted", String.join(" ", ListText.wanted(list)),
                        "news", String.join(" ", newFacts)))
                .query(String.class)
                .single();
        if (!verdict.equals("ok")) {
            throw new IllegalStateException(
                    "the one-time notice of case " + decided.number() + " was told otherwise meanwhile");
        }
    }
}
