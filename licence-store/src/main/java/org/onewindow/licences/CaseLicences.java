package org.onewindow.licences;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licences that the hub found for a case, and sends to the case's departments: under an authorisation of that case only. */
public final class CaseLicences {

    private final JdbcClient sql;
    private final Contents contents;
    private final Clock clock;

    public CaseLicences(DataSource database, Contents contents, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.contents = contents;
        this.clock = clock;
    }

    /** From now on the departments of this case may be sent this licence, while the case is open. */
    public void grant(CaseNumber caseNumber, String matter, HolderId holder, String licence) {
        Actor.HUB
                .bind(sql.sql("select lic.grant_to_case(" + Actor.SQL + ", :now, :id, :matter, :case, :holder, :one)"))
                .param("now", now())
                .param("id", RandomIds.next("auth_"))
                .param("matter", matter)
                .param("case", caseNumber.text())
                .param("holder", holder.bytes())
                .param("one", licence)
                .query(String.class)
                .single();
    }

    /**
     * The licence, for this open case that it was found for; empty: there is none, or it may not be used any more.
     *
     * @param department whom it is sent to: its holder reads that
     */
    Optional<Licence> open(CaseNumber caseNumber, String department, String licence) {
        var used = Actor.hubTo(department)
                .bind(sql.sql("select use_id from lic.use_in_case(" + Actor.SQL
                        + ", :now, :licence, :case) where use_id is not null"))
                .param("now", now())
                .param("licence", licence)
                .param("case", caseNumber.text())
                .query(Long.class)
                .list();
        return contents.of(used).stream().findFirst();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
