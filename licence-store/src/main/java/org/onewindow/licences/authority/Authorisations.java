package org.onewindow.licences.authority;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may use whose licences, for what, how often and until when; each wish is written down, granted or not. */
public final class Authorisations {

    private static final String AUTHORISE =
            """
            select lic.authorise(%s, :now, row(:id, :code, :basis, :purpose, :case, :holder, :types, :licence,
                :modes, :maxUses, 0, :notBefore, :until, null, :audience, null, null, :ground, null, :now, '', '', null,
                :key)::lic.authorisation)"""
                    .formatted(Actor.SQL);

    private final JdbcClient sql;
    private final Spending spending;
    private final Clock clock;

    public Authorisations(DataSource database, Spending spending, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.spending = spending;
        this.clock = clock;
    }

    public Authorised authorise(Actor actor, Grant grant) {
        var id = RandomIds.next("auth_");
        var code = Code.fresh();
        var outcome = SaidAtOnce.outcome(() -> asked(actor, grant, id, code));
        spending.watch(outcome, actor);
        if (outcome.equals("ok")) {
            // before anybody knows the code
            grant.fields().forEach((type, fields) -> narrow(id, type, fields));
        }
        return outcome.equals("ok") ? new Authorised.Granted(id, code) : new Authorised.Refused(outcome);
    }

    private String asked(Actor actor, Grant grant, String id, Code code) {
        var caseNumber = grant.caseNumber();
        return actor.bind(sql.sql(AUTHORISE))
                .param("now", time(clock.instant()))
                .param("id", id)
                .param("code", code.hash())
                .param("basis", grant.basis().code())
                .param("purpose", grant.purpose())
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR)
                .param("holder", grant.holder().bytes())
                .param("types", grant.types().toArray(String[]::new))
                .param("licence", grant.licence(), Types.VARCHAR)
                .param("modes", grant.modes().stream().map(Mode::code).toArray(String[]::new))
                .param("maxUses", grant.maxUses())
                .param("notBefore", time(grant.notBefore()))
                .param("until", time(grant.until()))
                .param("audience", grant.audience())
                .param("ground", grant.legalGround(), Types.VARCHAR)
                .param("key", grant.idempotencyKey(), Types.VARCHAR)
                .query(String.class)
                .single();
    }

    private void narrow(String id, String type, List<String> fields) {
        sql.sql("select lic.narrow(?, ?, ?)")
                .params(id, type, fields.toArray(String[]::new))
                .query((_, _) -> id)
                .single();
    }

    /** Ends it for good, by its holder, its agent or its department; false: there is no such authorisation of theirs. */
    public boolean revoke(Actor actor, String id) {
        return by("lic.revoke_authorisation", actor, id);
    }

    /** The second person of an emergency; false: there is none to confirm, or not by them. */
    public boolean confirm(Actor actor, String id) {
        return by("lic.confirm_emergency", actor, id);
    }

    private boolean by(String function, Actor actor, String id) {
        return actor.bind(sql.sql("select " + function + '(' + Actor.SQL + ", :now, :id)"))
                .param("now", time(clock.instant()))
                .param("id", id)
                .query(String.class)
                .single()
                .equals("ok");
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
