package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
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

    /** Whether an issuer may be asked. */
    public enum May {
        OK,
        /** That is nobody's business but the holder's. */
        NO_PURPOSE,
        /** It was asked a moment ago, by the same person: this came of it. */
        KEPT_LATELY,
        NONE_LATELY,
        AWAY_LATELY
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
        REFUSED,
        /** Nothing just now: a later word of the issuer came meanwhile, or no version is left. */
        OVERTAKEN
    }

    /**
     * An issuer's word as it was kept.
     *
     * @param isNews whether it is in force now and cases that lack it were not told
     */
    public record Keeping(Kept kept, boolean isNews) {}

    /**
     * Whether the issuer may be asked: about the actor themself, or by the hub about whom the open case names. Committed when it returns.
     * Who asks about themself has the last answer for a minute, for five seconds where there was none.
     */
    public May mayAsk(Actor actor, HolderId whose, String type, @Nullable CaseNumber caseNumber) {
        var verdict = about(actor, whose, type, caseNumber, "select lic.ask_issuer(%s, :now, :whose, :type, :case)")
                .query(String.class)
                .single();
        return May.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Writes down what came of it.
     *
     * @param outcome for the audit: {@code kept}, {@code none}, {@code away}, {@code foreign}, {@code unreadable}
     * @param answer the same for who asks again: {@code kept}, {@code none}, {@code away}
     */
    public void said(
            Actor actor, HolderId whose, String type, @Nullable CaseNumber caseNumber, String outcome, String answer) {
        about(
                        actor,
                        whose,
                        type,
                        caseNumber,
                        "select lic.issuer_said(%s, :now, :whose, :type, :case, :said, :answer)::text")
                .param("said", outcome)
                .param("answer", answer)
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

    /**
     * Keeps one that its issuer says is in force. Other holders than before: it takes the place of the one they had.
     *
     * @param draft as of the instant before the issuer was asked
     */
    public Keeping keep(Actor actor, String department, LicenceDraft draft) {
        var said = SaidOfLicence.digest(hash, draft);
        return Objects.requireNonNull(transaction.execute(_ -> keep(actor, department, draft, said)));
    }

    /** The cases that lack it were told. */
    public void told(String type, String number) {
        sql.sql("select lic.pull_told(?)::text")
                .param(catalogue.numberKey(hash, type, number))
                .query((row, _) -> number)
                .single();
    }

    private Keeping keep(Actor actor, String department, LicenceDraft draft, byte[] said) {
        var known = KnownLicence.find(
                sql, catalogue.numberKey(hash, draft.type(), draft.number()), catalogue.issuerOf(draft.type()));
        if (known.isEmpty()) {
            return licences.add(actor, draft)
                    ? noted(actor, department, draft, said, Kept.ADDED)
                    : new Keeping(Kept.OVERTAKEN, false);
        }
        var before = known.get();
        if (before.isOver()) {
            return new Keeping(Kept.REFUSED, false);
        }
        boolean same = Arrays.equals(said, before.said());
        if (draft.asOf().isBefore(before.asOf())) {
            return new Keeping(same && before.isInForce() ? Kept.CONFIRMED : Kept.OVERTAKEN, false);
        }
        if (same) {
            return noted(actor, department, draft, said, Kept.CONFIRMED);
        }
        return life.renew(actor, draft) == LicenceOutcome.OK
                ? noted(actor, department, draft, said, Kept.RENEWED)
                : new Keeping(Kept.OVERTAKEN, false);
    }

    private Keeping noted(Actor actor, String department, LicenceDraft draft, byte[] said, Kept kept) {
        var verdict = actor.bind(
                        sql.sql("select lic.keep_pull(" + Actor.SQL + ", :now, :number, :issuer, :said, :by, :asOf)"))
                .param("now", now())
                .param("number", catalogue.numberKey(hash, draft.type(), draft.number()))
                .param("issuer", catalogue.issuerOf(draft.type()))
                .param("said", said)
                .param("by", department)
                .param("asOf", OffsetDateTime.ofInstant(draft.asOf(), clock.getZone()))
                .query(String.class)
                .single();
        return switch (verdict) {
            case "ok" -> new Keeping(kept, false);
            case "untold" -> new Keeping(kept, true);
            default -> new Keeping(Kept.OVERTAKEN, false);
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
