package org.onewindow.licences;

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

    /** Of the cases that came in on these days. */
    public List<MaterialsAsked> asked(LocalDate first, LocalDate last) {
        return sql.sql(
                        """
                        select a.*, coalesce(o.overrides, 0) as overrides from (select f.matter, count(distinct f.number) as cases,
                            count(*) filter (where m ->> 'upload' is not null and m ->> 'stored' is null) as asked,
                            count(*) filter (where m ->> 'licence' is not null or m ->> 'stored' is not null) as reused,
                            (100 * count(*) filter (where m ->> 'licence' is not null or m ->> 'stored' is not null) / greatest(count(m), 1))::integer as reused_percent
                        from case_file f left join lateral jsonb_array_elements(f.request -> 'materials') m on true
                            where f.received_at >= :since and f.received_at < :until group by f.matter) a
                        left join mat.overrides_between(:since, :until) o on o.matter = a.matter order by a.matter""")
                .param("since", start(first))
                .param("until", start(last.plusDays(1)))
                .query(MaterialsAsked.class)
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BEIJING).toOffsetDateTime();
    }
}
