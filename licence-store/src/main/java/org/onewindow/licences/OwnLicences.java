package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holders see of their own, the numbers of those who hold it with them masked: each look is a use, written down before it is answered. */
public final class OwnLicences {

    private final JdbcClient sql;
    private final Contents contents;
    private final Clock clock;

    public OwnLicences(DataSource database, Contents contents, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.contents = contents;
        this.clock = clock;
    }

    /** All the holder's licences, also those that are over; the newest first, at most 200. */
    public List<Licence> all(Actor holder) {
        return of(holder, null, null);
    }

    /** This licence, where it is this holder's. */
    public Optional<Licence> one(Actor holder, String id) {
        return of(holder, id, null).stream().findFirst();
    }

    /** What this case issued to this holder. */
    public List<Licence> issuedBy(Actor holder, CaseNumber caseNumber) {
        return of(holder, null, caseNumber.text());
    }

    private List<Licence> of(Actor holder, @Nullable String id, @Nullable String caseNumber) {
        var uses = holder.bind(sql.sql("select use_id from lic.use_own(" + Actor.SQL + ", :now, :grant, :one, :case)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("grant", RandomIds.next("auth_"))
                .param("one", id, Types.VARCHAR)
                .param("case", caseNumber, Types.VARCHAR)
                .query(Long.class)
                .list();
        return contents.of(uses);
    }
}
