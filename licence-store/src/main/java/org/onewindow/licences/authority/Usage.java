package org.onewindow.licences.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Licence;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holders see of the uses of their licences (用证记录): every one, but for those that a law lets be told later. */
public final class Usage {

    private final JdbcClient sql;
    private final Clock clock;

    public Usage(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param before those before this one
     * @param limit at most 200
     */
    public List<UseRecord> of(Actor holder, long before, int limit) {
        return holder.bind(sql.sql("select * from lic.usage_of(" + Actor.SQL + ", :now, :before, :limit)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> use(row, holder))
                .list();
    }

    private static UseRecord use(ResultSet row, Actor holder) throws SQLException {
        return new UseRecord(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("licence"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("mode"),
                List.of((String[]) row.getArray("fields").getArray()),
                Licence.Status.of(row.getString("state")),
                row.getObject("source_as_of", OffsetDateTime.class).toInstant(),
                isOf(row.getBytes("holder"), holder) ? row.getString("authorisation") : null,
                row.getString("basis"),
                row.getString("purpose"),
                row.getString("case_number"),
                row.getString("client"),
                row.getString("department"));
    }

    private static boolean isOf(byte[] whose, Actor holder) {
        var self = holder.self();
        return self != null && Arrays.equals(whose, self.bytes());
    }
}
