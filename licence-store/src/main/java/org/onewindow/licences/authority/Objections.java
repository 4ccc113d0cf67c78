package org.onewindow.licences.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.Refusals;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holders say is wrong on their licences, for the department that issued them (政务数据共享条例: correction). */
public final class Objections {

    private final JdbcClient sql;
    private final HolderKeys keys;
    private final Refusals refusals;
    private final Clock clock;

    public Objections(DataSource database, HolderKeys keys, Refusals refusals, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.keys = keys;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Said again under the same key it is the same one. Who was erased holds nothing any more. */
    public Objected object(Actor holder, HolderId self, String licence, String text, String idempotencyKey) {
        var id = RandomIds.next("obj_");
        var words = sealed(label(id), text, self);
        if (words.isEmpty()) {
            refusals.note(holder, "object", "unknown", new Refusals.About(self, licence, List.of(), null));
            return new Objected.Refused("unknown");
        }
        var outcome = SaidAtOnce.outcome(() -> said(holder, id, licence, words.get(), idempotencyKey));
        return switch (outcome) {
            case "ok" -> new Objected.Taken(id, false);
            case "key-reused" -> saidBefore(holder, licence, text, idempotencyKey);
            default -> new Objected.Refused(outcome);
        };
    }

    /** Empty: for whom nothing can be sealed any more. */
    private Optional<SealedWords> sealed(String label, String text, HolderId whose) {
        try {
            return Optional.of(SealedWords.of(keys, sql, label, text, whose));
        } catch (Erased nobody) {
            return Optional.empty();
        }
    }

    private String said(Actor holder, String id, String licence, SealedWords words, String idempotencyKey) {
        return holder.bind(
                        sql.sql(
                                "select lic.object_to(" + Actor.SQL
                                        + ", :now, row(:id, :holder, :licence, :text, :key, :now, null, '', :idempotency)::lic.objection)"))
                .param("now", now())
                .param("id", id)
                .param("holder", null, Types.BINARY)
                .param("licence", licence)
                .param("text", words.text())
                .param("key", words.key())
                .param("idempotency", idempotencyKey)
                .query(String.class)
                .single();
    }

    private Objected saidBefore(Actor holder, String licence, String text, String idempotencyKey) {
        return holder
                .bind(sql.sql("select * from lic.objection_said(" + Actor.SQL + ", :key) where licence = :licence"))
                .param("key", idempotencyKey)
                .param("licence", licence)
                .query((row, _) ->
                        new Objection(row.getString("id"), row.getString("licence"), "", clock.instant(), text(row)))
                .list()
                .stream()
                .filter(earlier -> earlier.text().equals(text))
                .<Objected>map(earlier -> new Objected.Taken(earlier.id(), true))
                .findFirst()
                .orElseGet(() -> new Objected.Refused("key-reused"));
    }

    /**
     * What the actor objected to, and what was answered; the newest first.
     *
     * @param before those before this one of theirs; null: from the newest
     * @param limit at most 200
     */
    public List<OwnObjection> own(Actor holder, @Nullable String before, int limit) {
        return holder.bind(sql.sql("select * from lic.objections_of(" + Actor.SQL + ", :before, :limit)"))
                .param("before", before, Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> new OwnObjection(
                        row.getString("id"),
                        row.getString("licence"),
                        row.getString("type"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        text(row),
                        instant(row.getObject("settled_at", OffsetDateTime.class)),
                        answer(row)))
                .list();
    }

    /** Those that wait for an issuer, the oldest first, at most 200; that they were read is written down. */
    public List<Objection> of(Actor department, String issuer) {
        return department
                .bind(sql.sql("select * from lic.objections_to(" + Actor.SQL + ", :now, :issuer)"))
                .param("now", now())
                .param("issuer", issuer)
                .query((row, _) -> new Objection(
                        row.getString("id"),
                        row.getString("licence"),
                        row.getString("type"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        text(row)))
                .list();
    }

    /** The issuer has put it right or says why not; false: there is none that waits for them. */
    public boolean settle(Actor department, String issuer, String id, String answer) {
        return sql.sql("select holder from lic.objection_holder(?, ?) holder where holder is not null")
                .params(issuer, id)
                .query((row, _) -> new HolderId(HexFormat.of().formatHex(row.getBytes("holder"))))
                .optional()
                .flatMap(holder -> sealed(answerLabel(id), answer, holder))
                .map(words -> settled(department, issuer, id, words))
                .orElse(false);
    }

    private boolean settled(Actor department, String issuer, String id, SealedWords answer) {
        return department
                .bind(sql.sql("select lic.answer_objection(" + Actor.SQL + ", :now, :issuer, :id, :answer, :key)"))
                .param("now", now())
                .param("issuer", issuer)
                .param("id", id)
                .param("answer", answer.text())
                .param("key", answer.key())
                .query(String.class)
                .single()
                .equals("ok");
    }

    private String text(ResultSet row) throws SQLException {
        return new SealedWords(row.getBytes("text"), row.getBytes("key"))
                .open(keys, label(row.getString("id")), row.getBytes("holder"), row.getBytes("wrapped"));
    }

    private @Nullable String answer(ResultSet row) throws SQLException {
        var answer = row.getBytes("answer");
        return answer == null
                ? null
                : new SealedWords(answer, row.getBytes("answer_key"))
                        .open(keys, answerLabel(row.getString("id")), row.getBytes("holder"), row.getBytes("wrapped"));
    }

    private static String label(String id) {
        return "objection/" + id;
    }

    private static String answerLabel(String id) {
        return "objection-answer/" + id;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
