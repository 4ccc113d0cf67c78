package org.onewindow.licences;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What issuers say of a licence, asked or not: one word at a time under its number, and each with its digest. */
final class LicenceWords {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final IdentityHash hash;
    private final Licences licences;
    private final LicenceLife life;
    private final Catalogue catalogue;
    private final Clock clock;

    LicenceWords(
            DataSource database,
            IdentityHash hash,
            Licences licences,
            LicenceLife life,
            Catalogue catalogue,
            Clock clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.hash = hash;
        this.licences = licences;
        this.life = life;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Who says it, and whether they were asked: {@code pull} or {@code push}. */
    record Speaker(Actor actor, String department, String how) {}

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    byte[] digest(LicenceDraft draft) {
        return SaidOfLicence.digest(hash, draft);
    }

    /** What the store has under the number, which is the transaction's own from now on. */
    Optional<KnownLicence> known(LicenceDraft draft) {
        return KnownLicence.find(
                sql, catalogue.numberKey(hash, draft.type(), draft.number()), catalogue.issuerOf(draft.type()));
    }

    boolean add(Speaker speaker, LicenceDraft draft) {
        return licences.add(speaker.actor(), draft);
    }

    /** The next version, or where other people hold it a licence of its own. */
    LicenceOutcome next(Speaker speaker, LicenceDraft draft) {
        return life.renew(speaker.actor(), draft);
    }

    /** A licence of its own after that which was revoked or cancelled. */
    LicenceOutcome anew(Speaker speaker, LicenceDraft draft) {
        return licences.issueAnew(speaker.actor(), draft);
    }

    /** Writes down what was said of the present version; false: a later word came meanwhile. */
    boolean note(Speaker speaker, LicenceDraft draft) {
        return speaker.actor()
                .bind(sql.sql(
                        "select lic.keep_word(" + Actor.SQL + ", :now, :number, :issuer, :said, :by, :asOf, :how)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("number", catalogue.numberKey(hash, draft.type(), draft.number()))
                .param("issuer", catalogue.issuerOf(draft.type()))
                .param("said", digest(draft))
                .param("by", speaker.department())
                .param("asOf", OffsetDateTime.ofInstant(draft.asOf(), clock.getZone()))
                .param("how", speaker.how())
                .query(String.class)
                .single()
                .equals("ok");
    }
}
