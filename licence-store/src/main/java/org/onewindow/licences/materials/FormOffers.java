package org.onewindow.licences.materials;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.InTransaction;
import org.onewindow.licences.keys.HolderId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Counts what was not typed again (零重复填报): with how many of the fields that were filled in for somebody their application then comes,
 * unchanged. Between the two it keeps keyed hashes, a day at most; after that numbers, and at no time a value.
 */
public final class FormOffers implements InTransaction {

    private static final int NEW = 1;

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public FormOffers(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** The form was filled in for this person; only the last time counts. */
    public void offered(HolderId holder, String matter, Map<String, Object> form) {
        if (!form.isEmpty()) {
            var fields = fields(holder, form);
            sql.sql("select mat.offer(?, ?, ?, ?, ?)")
                    .params(now(), holder.bytes(), matter, names(fields), hashes(fields))
                    .query((_, _) -> matter)
                    .single();
        }
    }

    /** In the transaction in which a case comes in, where its matter fills in forms. */
    @Override
    public void carryOut(Connection connection, CaseSnapshot decided, List<Command> commands) throws SQLException {
        if (decided.version() == NEW && !decided.matter().prefill().isEmpty()) {
            var holder = HolderId.of(hash, decided.request().applicant());
            var fields = fields(holder, decided.request().form());
            try {
                JdbcClient.create(new SingleConnectionDataSource(connection, true))
                        .sql("select mat.fill(?, ?, ?, ?, ?, ?)")
                        .params(
                                now(),
                                holder.bytes(),
                                decided.matter().code(),
                                decided.number().text(),
                                names(fields),
                                hashes(fields))
                        .query((_, _) -> true)
                        .single();
            } catch (DataAccessException failure) {
                throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
            }
        }
    }

    /** The same value of two people, or in two fields, has two hashes. */
    private List<Map.Entry<String, String>> fields(HolderId holder, Map<String, Object> form) {
        return FormFields.of(form).entrySet().stream()
                .map(field -> Map.entry(
                        field.getKey(), hash.of("prefill/" + holder.hex() + field.getKey() + '=' + field.getValue())))
                .toList();
    }

    private static String[] names(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(Map.Entry::getKey).toArray(String[]::new);
    }

    private static String[] hashes(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(Map.Entry::getValue).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
