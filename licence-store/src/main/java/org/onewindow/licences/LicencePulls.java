package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.LicenceWords.Speaker;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Licences that their issuers are asked for. That somebody asks is written down before the question leaves; what an issuer says is kept
 * once, however often it says the same. For many threads.
 */
public final class LicencePulls {

    private final JdbcClient sql;
    private final LicenceWords words;
    private final Clock clock;

    LicencePulls(DataSource database, LicenceWords words, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.words = words;
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
        return actor.bind(sql.sql(statement.formatted(actor.onBehalfSql())))
                .param("now", now())
                .param("whose", whose.bytes())
                .param("type", type)
                .param("case", caseNumber == null ? null : caseNumber.text(), Types.VARCHAR);
    }

    /**
     * Keeps one that its issuer says is in force. Other holders than before: it takes the place of the one they had.
     *
     * @param draft as of the instant before the issuer was asked
     * @param askedFor the case that has it asked, and need not be told that it came; null: somebody else has
     */
    public Kept keep(Actor actor, String department, LicenceDraft draft, @Nullable CaseNumber askedFor) {
        var speaker = new Speaker(actor, department, "pull");
        return words.inTransaction(() -> {
            askedFor(askedFor);
            return words.known(draft)
                    .map(before -> keep(speaker, draft, before))
                    .orElseGet(() -> words.add(speaker, draft) ? noted(speaker, draft, Kept.ADDED) : Kept.OVERTAKEN);
        });
    }

    /** The database tells cases what comes in, but not this one; until the transaction ends. */
    private void askedFor(@Nullable CaseNumber caseNumber) {
        if (caseNumber != null) {
            sql.sql("select set_config('lic.asked_for', ?, true)")
                    .param(caseNumber.text())
                    .query(String.class)
                    .single();
        }
    }

    private Kept keep(Speaker speaker, LicenceDraft draft, KnownLicence before) {
        if (before.isOver()) {
            return Kept.REFUSED;
        }
        boolean same = Arrays.equals(words.digest(draft), before.said());
        if (draft.asOf().isBefore(before.asOf())) {
            return same && before.isInForce() ? Kept.CONFIRMED : Kept.OVERTAKEN;
        }
        if (same) {
            return noted(speaker, draft, Kept.CONFIRMED);
        }
        return words.next(speaker, draft) == LicenceOutcome.OK ? noted(speaker, draft, Kept.RENEWED) : Kept.OVERTAKEN;
    }

    private Kept noted(Speaker speaker, LicenceDraft draft, Kept kept) {
        return words.note(speaker, draft) ? kept : Kept.OVERTAKEN;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
