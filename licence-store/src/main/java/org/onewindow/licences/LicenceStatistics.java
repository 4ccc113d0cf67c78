package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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

    /**
     * Licences that came in.
     *
     * @param source {@code issued} by a case of the hub, {@code converted} from before, {@code pushed} or {@code pulled} from a department
     */
    public record Kept(LocalDate day, String type, String source, long licences) {}

    /**
     * Uses.
     *
     * @param by the department, or the client where it is none
     * @param matter what for; {@code own-view} and {@code presenting} by holders themselves
     */
    public record Used(LocalDate day, String by, String matter, String type, long uses) {}

    /**
     * Materials of a matter's cases: what applicants had to hand in, and what they were not asked for (要件复用).
     *
     * @param reusedPercent of all materials, in whole per cent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(String matter, long cases, long asked, long reused, int reusedPercent) {}

    /** A licence whose issuer's identifier has a wrong check character. */
    public record BadIdentifier(String id, String type, String issuer, String source, Instant recordedAt) {}

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
    public List<Kept> kept(LocalDate first, LocalDate last) {
        return sql.sql("select * from lic.issued_between(?, ?)")
                .params(start(first), start(last.plusDays(1)))
                .query(Kept.class)
                .list();
    }

    public List<Used> used(LocalDate first, LocalDate last) {
        return sql.sql("select day, department as by, matter, type, uses from lic.used_between(?, ?)")
                .params(start(first), start(last.plusDays(1)))
                .query(Used.class)
                .list();
    }

    /** Of the cases that came in on these days. */
    public List<Asked> asked(LocalDate first, LocalDate last) {
        return sql.sql(
                        """
                        select f.matter, count(distinct f.number) as cases,
                            count(*) filter (where m ->> 'upload' is not null) as asked,
                            count(*) filter (where m ->> 'licence' is not null) as reused,
                            (100 * count(*) filter (where m ->> 'licence' is not null) / greatest(count(m), 1))::integer as reused_percent
                        from case_file f left join lateral jsonb_array_elements(f.request -> 'materials') m on true
                        where f.received_at >= ? and f.received_at < ? group by f.matter order by f.matter""")
                .params(start(first), start(last.plusDays(1)))
                .query(Asked.class)
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BEIJING).toOffsetDateTime();
    }
}
