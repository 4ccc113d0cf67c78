package org.onewindow.licences;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.licences.keys.Erased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Writes the licences that cases issue (统一发证) in the transaction that approves the case: both happen or neither. */
public final class LicenceIssue implements InTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(LicenceIssue.class);

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Licences licences;

    public LicenceIssue(Licences licences) {
        this.licences = licences;
    }

    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        for (var command : commands) {
            if (command instanceof Command.IssueLicence issue) {
                carryOut(connection, decided, issue);
            }
        }
    }

    private void carryOut(Connection connection, CaseSnapshot decided, Command.IssueLicence issue) throws SQLException {
        var certificate = issue.certificate();
        // a department that tells no number must not keep a citizen's case from ending
        var number = certificate.get("number") instanceof String told
                ? told
                : decided.number().text();
        var draft = new LicenceDraft(
                issue.type(),
                number,
                issue.holders().stream().map(LicenceIssue::holder).toList(),
                certificate,
                issuedOn(certificate.get("issuedOn"), decided),
                null,
                null,
                LicenceDraft.Source.ISSUED,
                decided.finishedAt() == null ? decided.receivedAt() : decided.finishedAt());
        try {
            licences.issue(connection, draft, issue.supersedes(), decided.number());
        } catch (Erased nobody) {
            // a case ends all the same: its department keeps the result, the store nothing of whom it was told to
            // forget
            LOG.warn(
                    "what case {} issues is not kept: all who hold it were erased",
                    decided.number().text());
        } catch (DataAccessException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }

    private static Holder holder(Party party) {
        return new Holder(party.name(), party.idType(), party.idNumber(), party.share());
    }

    private static LocalDate issuedOn(@Nullable Object told, CaseSnapshot decided) {
        try {
            return LocalDate.parse(String.valueOf(told));
        } catch (DateTimeParseException notTold) {
            Instant ended = decided.finishedAt();
            return LocalDate.ofInstant(ended == null ? decided.receivedAt() : ended, BEIJING);
        }
    }
}
