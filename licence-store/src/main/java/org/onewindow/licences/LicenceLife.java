package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of a licence after its issue, by the word of its issuer: renewed, suspended, resumed, revoked, cancelled. A revoked one is
 * refused from the commit on; a version is never changed, a renewal adds the next.
 */
public final class LicenceLife {

    private static final int VERSIONS = 999;

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final HolderKeys keys;
    private final Catalogue catalogue;
    private final Clock clock;

    public LicenceLife(DataSource database, IdentityHash hash, HolderKeys keys, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.keys = keys;
        this.catalogue = catalogue;
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

    /** Adds the next version; its holders stay who they are. */
    public LicenceOutcome renew(Actor issuer, LicenceDraft draft) {
        var number = catalogue.numberKey(hash, draft.type(), draft.number());
        var known = known(number);
        if (known.isEmpty()) {
            return LicenceOutcome.UNKNOWN;
        }
        var before = known.get();
        int version = before.version() + 1;
        if (version > VERSIONS) {
            return LicenceOutcome.USED_UP;
        }
        var identifier = draft.identifier() == null
                ? catalogue.identifier(hash, draft, before.id(), NumberPlace.of(sql, number, null))
                : draft.identifier();
        var text = new LicenceText(draft.number(), identifier, draft.holders(), draft.data());
        var holders = draft.holders().stream()
                .map(one -> HolderId.of(hash, one.idType(), one.idNumber()))
                .toList();
        if (!holders.contains(before.holder())) {
            return LicenceOutcome.UNKNOWN;
        }
        var sealed = keys.seal(sql, LicenceText.label(before.id(), version), text.bytes(), holders);
        return LicenceOutcome.of(issuer.bind(sql.sql("select lic.renew(" + Actor.SQL + ", :now, :number, :issuer,"
                        + " row(:id, :holder, :version, :content, :sha256, :keyHolders, :keys, :issuedOn, :validTo, :now, :who)::lic.version,"
                        + " :asOf)"))
                .param("now", time(clock.instant()))
                .param("number", number)
                .param("issuer", catalogue.issuerOf(draft.type()))
                .param("id", before.id())
                .param("holder", before.holder().bytes())
                .param("version", version)
                .param("content", sealed.content())
                .param("sha256", Contents.sha256(sealed.content()))
                .param("keyHolders", sealed.holderKeys())
                .param("keys", sealed.wrappedKeys())
                .param("issuedOn", draft.issuedOn())
                .param("validTo", catalogue.lastDay(draft), Types.DATE)
                .param("asOf", time(draft.asOf()))
                .query(String.class)
                .single());
    }

    private record Known(String id, HolderId holder, int version) {}

    private Optional<Known> known(byte[] number) {
        return sql.sql("select id, holder, version from lic.of_number(?)")
                .param(number)
                .query((row, _) -> new Known(
                        row.getString("id"),
                        new HolderId(HexFormat.of().formatHex(row.getBytes("holder"))),
                        row.getInt("version")))
                .optional();
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
