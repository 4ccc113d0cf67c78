package org.onewindow.licences.materials;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the archives of cases whose term is over (档案销毁): the files that they bear, not what was decided on them. Nobody does it alone, and
 * no timer by itself (机关档案管理规定): one person names the matter and the day, another does it, and which cases it were stays written.
 */
public final class Disposals {

    private static final Logger LOG = LoggerFactory.getLogger(Disposals.class);
    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Archives archives;
    private final Clock clock;

    public Disposals(DataSource database, MaterialSpace space, Uploads uploads, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.archives = new Archives(sql, space, uploads, hash);
        this.clock = clock;
    }

    /** What became of a word. */
    public sealed interface Answer {

        /**
         * It stands.
         *
         * @param before whether it did before
         * @param cases how many cases it is about
         */
        record Taken(String id, boolean before, int cases) implements Answer {}

        /**
         * Nothing is ended.
         *
         * @param reason {@code unknown, key-reused, second-person} (whoever asked does not also do it), {@code too-early} (the term is not
         *     over on that day) or {@code under-way} (another of this matter waits, or is being done)
         */
        record Refused(String reason) implements Answer {}
    }

    /**
     * The first word.
     *
     * @param term how long archives of this matter are kept
     * @param endedBefore cases that were over before this day
     */
    public Answer ask(Actor actor, String matter, Period term, LocalDate endedBefore, String idempotencyKey) {
        return actor.bind(
                        sql.sql(
                                "select * from mat.ask_disposal(" + Actor.SQL
                                        + ", :now, row(:id, :matter, :before, :years, 0, :now, '', '', :key, null, null, :now, '', null)::mat.disposal)"))
                .param("now", now())
                .param("id", RandomIds.next("dsp_"))
                .param("matter", matter)
                .param("before", endedBefore)
                .param("years", term.getYears())
                .param("key", idempotencyKey)
                .query((row, _) -> asked(row))
                .single();
    }

    private static Answer asked(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return switch (outcome) {
            case "ok", "again" -> new Answer.Taken(row.getString("id"), outcome.equals("again"), row.getInt("cases"));
            default -> new Answer.Refused(outcome);
        };
    }

    /** The second person's word, after which it is done within minutes; {@code ok, again, unknown} or {@code second-person}. */
    public String confirm(Actor operator, String id) {
        return operator.bind(sql.sql("select mat.confirm_disposal(" + Actor.SQL + ", :now, :id)"))
                .param("now", now())
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Somebody thought better of it; whether it was there, and nobody had confirmed it. */
    public boolean withdraw(Actor operator, String id) {
        return operator.bind(sql.sql("select mat.withdraw_disposal(" + Actor.SQL + ", :now, :id)"))
                .param("now", now())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Those that wait, are being done and were; the newest first, at most 200. */
    public List<Disposal> all() {
        return sql.sql("select * from mat.disposals(?)")
                .param(SHOWN)
                .query(Disposal::of)
                .list();
    }

    /** Ends the archives of at most so many cases, each by itself; how many it were. Behind one that cannot be ended the others wait. */
    public int sweep(int most) {
        int ended = 0;
        try {
            while (ended < most && Boolean.TRUE.equals(transaction.execute(_ -> endNext()))) {
                ended++;
            }
        } catch (UncheckedIOException | IllegalStateException fault) {
            LOG.error("the archive of a case could not be ended, it is tried again", fault);
        }
        return ended;
    }

    private boolean endNext() {
        var number = next();
        number.ifPresent(archives::end);
        return number.isPresent();
    }

    private Optional<CaseNumber> next() {
        return Actor.HUB
                .bind(sql.sql("select mat.dispose_next(" + Actor.SQL + ", :now)"))
                .param("now", now())
                .query((row, _) -> Optional.ofNullable(row.getString(1)).map(CaseNumber::new))
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
