package org.onewindow.licences;

import java.sql.Connection;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.LicenceIdentifier;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The city's store of e-licences (电子证照库): issue and conversion. What is kept is sealed under its holders' keys. For many threads. */
public final class Licences {

    private static final Logger LOG = LoggerFactory.getLogger(Licences.class);
    private static final String PREFIX = "lic_";
    private static final String ISSUE =
            """
            (%s, :now,
                row(:id, :holder, :type, :issuer, :number, :version, 'valid', null, null, null, :issuedOn, :issuedOn, :validTo, :source, :asOf, :check,
                    :case, :now)::lic.licence,
                row(:id, :holder, :version, :content, :sha256, :keyHolders, :keys, :issuedOn, :validTo, :now, :who)::lic.version,
                :supersedes, :others, :representatives)"""
                    .formatted(Actor.SQL);

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final HolderKeys keys;
    private final Catalogue catalogue;
    private final KeptHolders kept;
    private final Clock clock;

    public Licences(DataSource database, IdentityHash hash, HolderKeys keys, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.keys = keys;
        this.catalogue = catalogue;
        this.kept = new KeptHolders(hash, keys, catalogue);
        this.clock = clock;
    }

    /**
     * Writes a licence that a case issues, in the case's own transaction; a second time for the same case does nothing.
     *
     * @param supersedes the number of the licence of the same type in whose place it stands
     */
    public void issue(Connection transaction, LicenceDraft draft, @Nullable String supersedes, CaseNumber caseNumber) {
        var inside = JdbcClient.create(new SingleConnectionDataSource(transaction, true));
        var place =
                NumberPlace.of(inside, catalogue.numberKey(hash, draft.type(), draft.number()), key(draft, supersedes));
        write(inside, Actor.HUB, new Row("issue", fresh(), place), draft, supersedes, caseNumber.text());
    }

    /** Takes over one of the store of before under its id. */
    void copy(JdbcClient inside, String id, LicenceDraft draft, @Nullable String caseNumber) {
        write(inside, Actor.HUB, new Row("issue", id, NumberPlace.OF_BEFORE), draft, null, caseNumber);
    }

    /** Adds a licence that came from elsewhere; one whose number the store has had before is left out. */
    public boolean add(Actor actor, LicenceDraft draft) {
        return write(sql, actor, new Row("issue", fresh(), NumberPlace.FIRST), draft, null, null)
                .equals("ok");
    }

    /** Puts one of other holders in the place of that of its number, in the caller's transaction. */
    LicenceOutcome reissue(Actor actor, LicenceDraft draft) {
        return inItsPlace("reissue", actor, draft);
    }

    /** Puts one in the place of that of its number which is revoked or cancelled, in the caller's transaction. */
    LicenceOutcome issueAnew(Actor actor, LicenceDraft draft) {
        return inItsPlace("issue_anew", actor, draft);
    }

    private LicenceOutcome inItsPlace(String function, Actor actor, LicenceDraft draft) {
        var place = NumberPlace.of(sql, catalogue.numberKey(hash, draft.type(), draft.number()), null);
        return place.isLeft()
                ? LicenceOutcome.of(write(sql, actor, new Row(function, fresh(), place), draft, draft.number(), null))
                : LicenceOutcome.USED_UP;
    }

    /** Which function writes it, and as what. */
    private record Row(String function, String id, NumberPlace place) {

        int version() {
            return place.version();
        }
    }

    private static String fresh() {
        return RandomIds.next(PREFIX);
    }

    private byte @Nullable [] key(LicenceDraft draft, @Nullable String number) {
        return number == null ? null : catalogue.numberKey(hash, draft.type(), number);
    }

    /** Adds licences of before (存量转化); those that are known, of types that the tree does not register, or whose holders were all erased, are left out. */
    public void seed(Collection<LicenceDraft> drafts) {
        drafts.stream().filter(draft -> catalogue.knows(draft.type())).forEach(draft -> {
            try {
                add(Actor.HUB, draft);
            } catch (Erased nobody) {
                LOG.debug("the holders of a licence of before were all erased, and it is not kept");
            }
        });
    }

    private String write(
            JdbcClient inside,
            Actor actor,
            Row row,
            LicenceDraft told,
            @Nullable String supersedes,
            @Nullable String caseNumber) {
        var draft = kept.of(inside, told);
        var id = row.id();
        var holders = draft.holderIds(hash);
        var identifier =
                draft.identifier() == null ? catalogue.identifier(hash, draft, id, row.place()) : draft.identifier();
        var text = new LicenceText(draft.number(), identifier, draft.holders(), draft.data());
        var sealed = keys.seal(inside, LicenceText.label(id, row.version()), text.bytes(), holders);
        return actor.bind(inside.sql("select lic." + row.function() + ISSUE))
                .param("now", now())
                .param("id", id)
                .param("version", row.version())
                .param("holder", holders.getFirst().bytes())
                .param("type", draft.type())
                .param("issuer", catalogue.issuerOf(draft.type()))
                .param("number", catalogue.numberKey(hash, draft.type(), draft.number()))
                .param("issuedOn", draft.issuedOn())
                .param("validTo", catalogue.lastDay(draft), Types.DATE)
                .param("source", draft.source().code())
                .param("asOf", OffsetDateTime.ofInstant(draft.asOf(), clock.getZone()))
                .param("check", checkOf(identifier))
                .param("case", caseNumber, Types.VARCHAR)
                .param("content", sealed.content())
                .param("sha256", Contents.sha256(sealed.content()))
                .param("keyHolders", sealed.holderKeys())
                .param("keys", sealed.wrappedKeys())
                .param("supersedes", key(draft, supersedes), Types.BINARY)
                .param("others", bytes(holders.subList(1, holders.size())))
                .param("representatives", bytes(draft.representativeIds(hash)))
                .query(String.class)
                .single();
    }

    static byte[][] bytes(List<HolderId> holders) {
        return holders.stream().map(HolderId::bytes).toArray(byte[][]::new);
    }

    static String checkOf(String identifier) {
        return switch (LicenceIdentifier.check(identifier)) {
            case OK -> "ok";
            case BAD -> "bad";
            case NOT_APPLICABLE -> "not-applicable";
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
