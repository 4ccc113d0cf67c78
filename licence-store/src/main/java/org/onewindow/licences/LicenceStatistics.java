package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts over the store, by days of Beijing (证照生成、存量转化、调用情况统计): reckoned from its rows at each look. */
public final class LicenceStatistics {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;

    public LicenceStatistics(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** The oldest first, at most 200. */
    public List<BadIdentifier> badIdentifiers() {
        return sql.sql("select id, type, issuer, source, recorded_at from lic.bad_identifiers(200)")
                .query((row, _) -> new BadIdentifier(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("issuer"),
                        row.getString("source"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Both days are counted. */
    public List<LicencesKept> kept(LocalDate first, LocalDate last) {
        return sql.sql("select * from lic.issued_between(?, ?)")
                .params(start(first), start(last.plusDays(1)))
                .query(LicencesKept.class)
                .list();
    }

    public List<LicencesUsed> used(LocalDate first, LocalDate last) {
        return sql.sql("select day, department as by, matter, type, uses from lic.used_between(?, ?)")
                .params(start(first), start(last.plusDays(1)))
                .query(LicencesUsed.class)
                .list();
    }

    /** Of the cases that came in on these days; by matter. */
    public List<MaterialsAsked> asked(LocalDate first, LocalDate last) {
        return sql.sql("select * from mat.requirements_between(?, ?)")
                .params(start(first), start(last.plusDays(1)))
                .query(LicenceStatistics::asked)
                .list();
    }

    private static MaterialsAsked asked(ResultSet row, int index) throws SQLException {
        return MaterialsAsked.of(
                row.getString("matter"),
                row.getLong("cases"),
                new MaterialsAsked.Satisfied(
                        row.getLong("data"),
                        row.getLong("licence"),
                        row.getLong("other_case"),
                        row.getLong("stored"),
                        row.getLong("commitment"),
                        row.getLong("upload")),
                row.getLong("wanted"),
                row.getLong("asked_later"),
                new MaterialsAsked.Fields(row.getLong("fields"), row.getLong("offered"), row.getLong("unchanged")),
                row.getLong("overrides"));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BEIJING).toOffsetDateTime();
    }
}
