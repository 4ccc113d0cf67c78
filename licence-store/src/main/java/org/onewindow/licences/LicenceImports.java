package org.onewindow.licences;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.LicenceWords.Speaker;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A stock of before (存量转化): each licence of it is taken over once, by its type, issuer and number, however often it is handed in. What the
 * store has under a number is never changed by it. For many threads.
 */
public final class LicenceImports {

    private static final String HOW = "import";

    private final JdbcClient sql;
    private final LicenceWords words;
    private final IdentityHash hash;
    private final Catalogue catalogue;
    private final Clock clock;

    LicenceImports(DataSource database, LicenceWords words, IdentityHash hash, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.words = words;
        this.hash = hash;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Takes it over; committed when it returns, with who did it.
     *
     * @param draft as of when the stock stood so; of a type that is registered, and fit for it
     * @throws org.onewindow.licences.keys.Erased where all who hold it were erased
     */
    public StockTaken take(Actor actor, LicenceDraft draft) {
        var issuer = catalogue.type(draft.type()).issuer();
        var speaker = new Speaker(actor, issuer.department() == null ? issuer.code() : issuer.department(), HOW);
        return words.inTransaction(() ->
                words.known(draft).map(before -> left(actor, draft, before)).orElseGet(() -> added(speaker, draft)));
    }

    /** That a line of a stock could not be taken is in the audit as well; type null: the line did not even say one. */
    public void refused(Actor actor, @Nullable String type) {
        note(actor, null, type, "refused");
    }

    private StockTaken left(Actor actor, LicenceDraft draft, KnownLicence before) {
        boolean other = before.said() != null && !Arrays.equals(words.digest(draft), before.said());
        var taken = other ? StockTaken.DIFFERS : StockTaken.ALREADY;
        note(actor, number(draft), draft.type(), other ? "differs" : "already");
        return taken;
    }

    private StockTaken added(Speaker speaker, LicenceDraft draft) {
        if (!words.add(speaker, draft) || !words.note(speaker, draft)) {
            throw new IllegalStateException("somebody else took a number that was this transaction's own");
        }
        sql.sql("select lic.tell_who_waits(?)::text")
                .param(number(draft))
                .query((_, _) -> HOW)
                .single();
        return StockTaken.TAKEN;
    }

    private void note(Actor actor, byte @Nullable [] number, @Nullable String type, String verdict) {
        actor.bind(sql.sql("select lic.note_import(" + Actor.SQL + ", :now, :number, :type, :verdict)::text"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("number", number, Types.BINARY)
                .param("type", type, Types.VARCHAR)
                .param("verdict", verdict)
                .query((_, _) -> verdict)
                .single();
    }

    private byte[] number(LicenceDraft draft) {
        return catalogue.numberKey(hash, draft.type(), draft.number());
    }
}
