package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets somebody (个人信息保护法 art. 47): their key is destroyed, so that nothing which is sealed under it can be opened again.
 *
 * <p>Nobody does it alone: one says so, the person themself or an operator, and another operator does it.
 */
public final class Erasures {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Clock clock;

    public Erasures(DataSource database, IdentityHash hash, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** What became of a word. */
    public sealed interface Answer {

        /**
         * It stands.
         *
         * @param before whether it did before
         */
        record Taken(String id, boolean before) implements Answer {}

        /**
         * Nothing is forgotten.
         *
         * @param reason {@code unknown, not-the-holder, key-reused, second-person} (whoever asked does not also do it) or {@code open-cases}
         * @param openCases how many cases of theirs are open
         */
        record Refused(String reason, int openCases) implements Answer {}
    }

    /** One that waits for a second person. Who it is about is not told: who confirms it has their file before them. */
    public record Waiting(String id, ErasureReason reason, boolean byHolder, Instant askedAt) {}

    /** The first word, about whoever has this document. */
    public Answer ask(Actor actor, IdType idType, String idNumber, ErasureReason reason, String idempotencyKey) {
        var person = hash.of(idType, idNumber);
        return actor.bind(
                        sql.sql(
                                "select * from lic.ask_erasure(" + Actor.SQL
                                        + ", :now, row(:id, :holder, :person, :reason, false, :now, '', '', :key, null, null)::lic.erasure)"))
                .param("now", now())
                .param("id", RandomIds.next("ers_"))
                .param("holder", HolderId.ofHash(person).bytes())
                .param("person", person)
                .param("reason", reason.code())
                .param("key", idempotencyKey)
                .query((row, _) -> answer(row, row.getString("id")))
                .single();
    }

    /** The second person's word, which does it: they name whom it is about, since what waits does not say so. */
    public Answer confirm(Actor operator, String id, IdType idType, String idNumber) {
        return operator.bind(sql.sql("select * from lic.confirm_erasure(" + Actor.SQL + ", :now, :id, :holder)"))
                .param("now", now())
                .param("id", id)
                .param("holder", HolderId.ofHash(hash.of(idType, idNumber)).bytes())
                .query((row, _) -> answer(row, id))
                .single();
    }

    /** The holder thinks better of it; whether there was a wish of theirs that nobody had confirmed. */
    public boolean withdraw(Actor holder) {
        return holder.bind(sql.sql("select lic.withdraw_erasure(" + Actor.SQL + ", :now)"))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Those that wait, the oldest first, at most 200. */
    public List<Waiting> waiting() {
        return sql.sql("select * from lic.erasures_waiting(?)")
                .param(SHOWN)
                .query((row, _) -> new Waiting(
                        row.getString("id"),
                        ErasureReason.of(row.getString("reason")),
                        row.getBoolean("by_holder"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Answer answer(ResultSet row, String id) throws SQLException {
        var outcome = row.getString("outcome");
        return switch (outcome) {
            case "ok", "again" -> new Answer.Taken(id, outcome.equals("again"));
            default -> new Answer.Refused(outcome, row.getInt("cases"));
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
