package org.onewindow.licences.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of what they allowed, of what a law allows about them, and of what others allowed them; the newest first. */
public final class OwnAuthority {

    private final JdbcClient sql;
    private final Clock clock;

    public OwnAuthority(DataSource database, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * Authorisations; those by law from the moment they are made.
     *
     * @param before those before this one of theirs; null: from the newest
     * @param limit at most 200
     */
    public List<AuthorisationRecord> authorisations(Actor person, @Nullable String before, int limit) {
        return page("lic.authorisations_of", person, before, limit)
                .query((row, _) -> new AuthorisationRecord(
                        row.getString("id"),
                        row.getBoolean("given"),
                        row.getString("basis"),
                        row.getString("purpose"),
                        row.getString("case_number"),
                        texts(row, "types"),
                        row.getString("licence"),
                        texts(row, "modes"),
                        row.getInt("uses_left"),
                        instant(row, "not_before"),
                        instant(row, "until"),
                        instant(row, "made_at"),
                        row.getString("audience"),
                        row.getString("department"),
                        row.getString("legal_ground"),
                        row.getString("state")))
                .list();
    }

    /** Mandates, given and received; in the same pages. */
    public List<MandateRecord> mandates(Actor person, @Nullable String before, int limit) {
        return page("lic.mandates_of", person, before, limit)
                .query((row, _) -> new MandateRecord(
                        row.getString("id"),
                        row.getBoolean("given"),
                        texts(row, "matters"),
                        instant(row, "made_at"),
                        instant(row, "until"),
                        row.getString("state")))
                .list();
    }

    private JdbcClient.StatementSpec page(String function, Actor person, @Nullable String before, int limit) {
        return person.bind(sql.sql("select * from " + function + '(' + Actor.SQL + ", :now, :before, :limit)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("before", before, Types.VARCHAR)
                .param("limit", limit);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
