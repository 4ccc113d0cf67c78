package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of a licence after its issue, by the word of its issuer: renewed, suspended, resumed, revoked, cancelled. A revoked one is
 * refused from the commit on; a version is never changed, a renewal adds the next.
 */
public final class LicenceLife {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Licences licences;
    private final IdentityHash hash;
    private final HolderKeys keys;
    private final Catalogue catalogue;
    private final KeptHolders kept;
    private final Clock clock;

    public LicenceLife(DataSource database, IdentityHash hash, HolderKeys keys, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.licences = new Licences(database, hash, keys, catalogue, clock);
        this.hash = hash;
        this.keys = keys;
        this.catalogue = catalogue;
        this.kept = new KeptHolders(hash, keys, catalogue);
        this.clock = clock;
    }

    /**
     * Changes the state.
     *
     * @param effectiveOn from which day it has legal effect; null: today
     * @param asOf when the issuer said so
     */
    public LicenceOutcome change(
            Actor issuer,
            String type,
            String number,
            LicenceChange change,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn,
            Instant asOf) {
        return LicenceOutcome.of(issuer.bind(sql.sql("select lic.change(" + Actor.SQL
                        + ", :now, :number, :issuer, :state, :reason::text, :effectiveOn::date, :asOf)"))
                .param("now", time(clock.instant()))
                .param("number", catalogue.numberKey(hash, type, number))
                .param("issuer", catalogue.issuerOf(type))
                .param("state", change.state())
                .param("reason", reason, Types.VARCHAR)
                .param("effectiveOn", effectiveOn, Types.DATE)
                .param("asOf", time(asOf))
                .query(String.class)
                .single());
    }

    /**
     * Adds the next version. Where other people hold it than before it takes the place of the one they had under the number: who left sees
     * that one as superseded and holds no other. Who was erased holds it no more, whomever its issuer names.
     */
    public LicenceOutcome renew(Actor issuer, LicenceDraft told) {
        var number = catalogue.numberKey(hash, told.type(), told.number());
        var outcome = transaction.execute(_ -> KnownLicence.find(sql, number, catalogue.issuerOf(told.type()))
                .map(before -> renewed(issuer, kept.of(sql, told), number, before))
                .orElse(LicenceOutcome.UNKNOWN));
        return Objects.requireNonNull(outcome);
    }

    private LicenceOutcome renewed(Actor issuer, LicenceDraft draft, byte[] number, KnownLicence before) {
        return before.holders().equals(Set.copyOf(draft.holderIds(hash)))
                ? added(issuer, draft, number, before)
                : licences.reissue(issuer, draft);
    }

    private LicenceOutcome added(Actor issuer, LicenceDraft draft, byte[] number, KnownLicence before) {
        var place = NumberPlace.of(sql, number, null);
        if (!place.isLeft()) {
            return LicenceOutcome.USED_UP;
        }
        int version = place.version();
        var identifier =
                draft.identifier() == null ? catalogue.identifier(hash, draft, before.id(), place) : draft.identifier();
        var text = new LicenceText(draft.number(), identifier, draft.holders(), draft.data());
        var holders = draft.holderIds(hash);
        var sealed = keys.seal(sql, LicenceText.label(before.id(), version), text.bytes(), holders);
        var outcome =
                LicenceOutcome.of(issuer.bind(sql.sql("select lic.renew(" + Actor.SQL + ", :now, :number, :issuer,"
                                + " row(:id, :holder, :version, :content, :sha256, :keyHolders, :keys, :issuedOn, :validTo, :now, :who)::lic.version,"
                                + " :asOf, :representatives)"))
                        .param("now", time(clock.instant()))
                        .param("number", number)
                        .param("issuer", catalogue.issuerOf(draft.type()))
                        .param("id", before.id())
                        .param("holder", holders.getFirst().bytes())
                        .param("version", version)
                        .param("content", sealed.content())
                        .param("sha256", Contents.sha256(sealed.content()))
                        .param("keyHolders", sealed.holderKeys())
                        .param("keys", sealed.wrappedKeys())
                        .param("issuedOn", draft.issuedOn())
                        .param("validTo", catalogue.lastDay(draft), Types.DATE)
                        .param("asOf", time(draft.asOf()))
                        .param("representatives", Licences.bytes(draft.representativeIds(hash)))
                        .query(String.class)
                        .single());
        return outcome == LicenceOutcome.OK ? checked(number, identifier) : outcome;
    }

    /** What stands in the list of wrong identifiers is of the present version. */
    private LicenceOutcome checked(byte[] number, String identifier) {
        return sql.sql("select lic.identifier_checked(?, ?)::text")
                .params(number, Licences.checkOf(identifier))
                .query((_, _) -> LicenceOutcome.OK)
                .single();
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
