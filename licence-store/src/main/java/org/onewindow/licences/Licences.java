package org.onewindow.licences;

import java.sql.Connection;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The e-licences of the city (电子证照库), read by holder and written by the cases that issue them; for many threads.
 *
 * <p>No look without a trace: each reading statement writes its {@link Use} and commits before it gives a row.
 */
public final class Licences {

    private static final String READ =
            """
            with found as (
                select l.id, l.type, l.number, l.holders, l.data, l.issued_on, l.status
                from licence l join licence_holder h on h.licence = l.id
                where h.holder = :holder and %s
                order by l.issued_on desc, l.id limit %d),
            looked as (
                insert into licence_use (at, holder, type, licence, actor, purpose, case_number)
                select :at, :holder, coalesce(seen.type, :type), seen.id, :actor, :purpose, :case
                from (select id, type from found
                      union all select null, null where not exists (select from found)) as seen)
            select * from found order by issued_on desc, id""";

    private static final int PAGE = 200;
    private static final String CURRENT = READ.formatted("l.type = :type and l.status = 'valid'", 1);
    private static final String ALL = READ.formatted("cast(:type as text) is null", PAGE);
    private static final String ONE = READ.formatted("l.id = :id", 1);
    private static final String OF_CASE = READ.formatted("l.case_number = :case", PAGE);

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public Licences(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** The holder's valid licence of this type; the newest where there are several. */
    public Optional<Licence> currentOf(String type, IdType idType, String idNumber, Use use) {
        return reading(CURRENT, hash.of(idType, idNumber), type, use)
                .query(LicenceRows::licence)
                .optional();
    }

    /** All the holder's licences, also those that are over; the newest first, at most 200. */
    public List<Licence> ofHolder(IdType idType, String idNumber, Use use) {
        return reading(ALL, hash.of(idType, idNumber), null, use)
                .query(LicenceRows::licence)
                .list();
    }

    /** This licence, where it is this holder's. */
    public Optional<Licence> ofHolder(String id, IdType idType, String idNumber, Use use) {
        return reading(ONE, hash.of(idType, idNumber), null, use)
                .param("id", id)
                .query(LicenceRows::licence)
                .optional();
    }

    /** What this case issued to this holder; the use must name the case. */
    public List<Licence> issuedBy(CaseNumber caseNumber, IdType idType, String idNumber, Use use) {
        if (!caseNumber.equals(use.caseNumber())) {
            throw new IllegalArgumentException("the use names another case");
        }
        return reading(OF_CASE, hash.of(idType, idNumber), null, use)
                .query(LicenceRows::licence)
                .list();
    }

    /** This licence, whoever's it is: for the case that bears it. */
    Optional<Licence> ofCase(String id, Use use) {
        return sql.sql(
                        """
                        with found as (
                            select id, type, number, holders, data, issued_on, status from licence where id = :id),
                        looked as (
                            insert into licence_use (at, holder, type, licence, actor, purpose, case_number)
                            select :at, h.holder, found.type, found.id, :actor, :purpose, null
                            from found join licence_holder h on h.licence = found.id)
                        select * from found""")
                .param("id", id)
                .param("at", now())
                .param("actor", use.actor())
                .param("purpose", use.purpose())
                .query(LicenceRows::licence)
                .optional();
    }

    /**
     * Writes a licence that a case issues, in the case's own transaction; a second time for the same case does nothing.
     *
     * @param supersedes the number of the licence of the same type in whose place it stands
     */
    public void issue(Connection transaction, Licence draft, @Nullable String supersedes, CaseNumber caseNumber) {
        var inside = JdbcClient.create(new SingleConnectionDataSource(transaction, true));
        boolean issuedBefore = inside.sql("select exists (select from licence where case_number = ? and type = ?)")
                .params(caseNumber.text(), draft.type())
                .query(Boolean.class)
                .single();
        if (issuedBefore) {
            return;
        }
        inside.sql(
                        """
                        update licence set status = 'superseded', superseded_by = :id
                        where type = :type and status = 'valid' and number in (:number, :supersedes)""")
                .param("id", draft.id())
                .param("type", draft.type())
                .param("number", draft.number())
                .param("supersedes", supersedes, Types.VARCHAR)
                .update();
        insert(inside, draft, caseNumber.text());
    }

    /** Adds licences that came from elsewhere; one whose type and number the store has had before is left out. */
    public void seed(Collection<Licence> licences) {
        for (var licence : licences) {
            insert(sql, licence, null);
        }
    }

    private void insert(JdbcClient inside, Licence licence, @Nullable String caseNumber) {
        inside.sql(
                        """
                        with written as (
                            insert into licence (id, type, number, holders, data, issued_on, status, case_number, recorded_at)
                            select :id, :type, :number, :holders::jsonb, :data::jsonb, :issuedOn, 'valid', :case, :at
                            where cast(:case as text) is not null
                               or not exists (select from licence where type = :type and number = :number)
                            returning id)
                        insert into licence_holder (licence, holder) select id, unnest(:keys) from written
                        on conflict do nothing""")
                .param("id", licence.id())
                .param("type", licence.type())
                .param("number", licence.number())
                .param("holders", LicenceRows.text(licence.holders()))
                .param("data", LicenceRows.text(licence.data()))
                .param("issuedOn", licence.issuedOn())
                .param("case", caseNumber, Types.VARCHAR)
                .param("at", now())
                .param("keys", keysOf(licence))
                .update();
    }

    private String[] keysOf(Licence licence) {
        return licence.holders().stream()
                .map(holder -> hash.of(holder.idType(), holder.idNumber()))
                .toArray(String[]::new);
    }

    private JdbcClient.StatementSpec reading(String statement, String holder, @Nullable String type, Use use) {
        var caseNumber = use.caseNumber();
        return sql.sql(statement)
                .param("holder", holder)
                .param("type", type, Types.VARCHAR)
                .param("at", now())
                .param("actor", use.actor())
                .param("purpose", use.purpose())
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
