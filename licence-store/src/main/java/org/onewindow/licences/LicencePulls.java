package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Licences that their issuers are asked for. That somebody asks is written down before the question leaves; what an issuer says is kept
 * once, however often it says the same. For many threads.
 */
public final class LicencePulls {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final IdentityHash hash;
    private final Licences licences;
    private final LicenceLife life;
    private final Catalogue catalogue;
    private final Clock clock;

    LicencePulls(
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

    /** What became of an issuer's word. */
    public enum Kept {
        /** The store had none under this number. */
        ADDED,
        /** Something else stands on it now: the next version. */
        RENEWED,
        /** It stands as the store has it. */
        CONFIRMED,
        /** Nothing: what the store knows of it contradicts, such as a revocation. */
        REFUSED
    }

    /** Whether the issuer may be asked: about the actor themself, or by the hub about whom the open case names. Committed when it returns. */
    public boolean mayAsk(Actor actor, HolderId whose, String type, @Nullable CaseNumber caseNumber) {
        return about(actor, whose, type, caseNumber, "select lic.ask_issuer(%s, :now, :whose, :type, :case)")
                .query(String.class)
                .single()
                .equals("ok");
    }

    /** Writes down what came of it where nothing is kept: {@code none}, {@code away}, {@code foreign}, {@code unreadable}. */
    public void said(Actor actor, HolderId whose, String type, @Nullable CaseNumber caseNumber, String outcome) {
        about(actor, whose, type, caseNumber, "select lic.issuer_said(%s, :now, :whose, :type, :case, :said)::text")
                .param("said", outcome)
                .query((row, _) -> outcome)
                .single();
    }

    private JdbcClient.StatementSpec about(
            Actor actor, HolderId whose, String type, @Nullable CaseNumber caseNumber, String statement) {
        return actor.bind(sql.sql(statement.formatted(Actor.SQL)))
                .param("now", now())
                .param("whose", whose.bytes())
                .param("type", type)
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR);
    }

    /** Keeps one that its issuer says is in force. */
    public Kept keep(Actor actor, String department, LicenceDraft draft) {
        var said = SaidOfLicence.digest(hash, draft);
        var kept = transaction.execute(_ -> keep(actor, department, draft, said));
        return kept == null ? Kept.REFUSED : kept;
    }

    private Kept keep(Actor actor, String department, LicenceDraft draft, byte[] said) {
        var before = known(draft);
        if (before.isEmpty() && licences.add(actor, draft)) {
            return noted(actor, department, draft, said, Kept.ADDED);
        }
        // or somebody else has added it meanwhile
        if (before.or(() -> known(draft))
                .filter(HexFormat.of().formatHex(said)::equals)
                .isPresent()) {
            return noted(actor, department, draft, said, Kept.CONFIRMED);
        }
        return life.renew(actor, draft) == LicenceOutcome.OK
                ? noted(actor, department, draft, said, Kept.RENEWED)
                : Kept.REFUSED;
    }

    /** What was said of its present version, in hex; nothing: its issuer was never asked. */
    private Optional<String> known(LicenceDraft draft) {
        return sql.sql("select coalesce(encode(said, 'hex'), '') from lic.pull_of(?, ?)")
                .params(catalogue.numberKey(hash, draft.type(), draft.number()), catalogue.issuerOf(draft.type()))
                .query(String.class)
                .optional();
    }

    private Kept noted(Actor actor, String department, LicenceDraft draft, byte[] said, Kept kept) {
        var verdict = actor.bind(sql.sql("select lic.keep_pull(" + Actor.SQL + ", :now, :number, :issuer, :said, :by)"))
                .param("now", now())
                .param("number", catalogue.numberKey(hash, draft.type(), draft.number()))
                .param("issuer", catalogue.issuerOf(draft.type()))
                .param("said", said)
                .param("by", department)
                .query(String.class)
                .single();
        return verdict.equals("ok") ? kept : Kept.REFUSED;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
