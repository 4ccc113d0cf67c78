package org.onewindow.licences;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.config.ConfigurationTree;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Until when what was handed in for a case is good, whoever says so, the earliest first: whoever handed it in; its kind, counted from the day
 * on which it was uploaded; and of what is used again, what was written down when it was kept.
 */
final class LastDays {

    private final JdbcClient sql;
    private final ConfigurationTree tree;

    LastDays(Connection connection, ConfigurationTree tree) {
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.tree = tree;
    }

    /** What of it is not good any more on this day. */
    List<MaterialReference> over(CaseSnapshot decided, LocalDate day) throws SQLException {
        try {
            return decided.request().materials().stream()
                    .filter(one -> of(one).filter(last -> last.isBefore(day)).isPresent())
                    .toList();
        } catch (DataAccessException failure) {
            throw failure.getCause() instanceof SQLException cause ? cause : new SQLException(failure);
        }
    }

    private Optional<LocalDate> of(MaterialReference material) {
        var stored = material.stored();
        return Stream.of(material.lastDay(), stored == null ? byItsKind(material) : asKept(stored))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private @Nullable LocalDate byItsKind(MaterialReference material) {
        var kind = tree.materials().get(material.type());
        return kind == null || kind.validFor() == null || material.upload() == null
                ? null
                : sql.sql("select received_at from upload where id = ?")
                        .param(material.upload())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(at -> kind.lastDay(
                                at.atZoneSameInstant(CaseMachine.BEIJING).toLocalDate()))
                        .orElse(null);
    }

    /** By the kind that it was kept as, which may stand here for another. */
    private @Nullable LocalDate asKept(String stored) {
        return sql
                .sql("select mat.valid_to(?)")
                .param(stored)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
