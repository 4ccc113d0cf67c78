package org.onewindow.licences.authority;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.RandomIds;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holders say is wrong on their licences, for the department that issued them (政务数据共享条例: correction). */
public final class Objections {

    private final JdbcClient sql;
    private final HolderKeys keys;
    private final Clock clock;

    public Objections(DataSource database, HolderKeys keys, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.keys = keys;
        this.clock = clock;
    }

    /** Its id; empty: the actor holds no such licence, or the key was used before. */
    public Optional<String> object(Actor holder, HolderId self, String licence, String text, String idempotencyKey) {
        var id = RandomIds.next("obj_");
        var sealed = keys.seal(sql, label(id), text.getBytes(StandardCharsets.UTF_8), List.of(self));
        var outcome = holder.bind(
                        sql.sql(
                                "select lic.object_to(" + Actor.SQL
                                        + ", :now, row(:id, :holder, :licence, :text, :key, :now, null, '', :idempotency)::lic.objection)"))
                .param("now", now())
                .param("id", id)
                .param("holder", self.bytes())
                .param("licence", licence)
                .param("text", sealed.content())
                .param("key", sealed.wrappedKeys()[0])
                .param("idempotency", idempotencyKey)
                .query(String.class)
                .single();
        return outcome.equals("ok") ? Optional.of(id) : Optional.empty();
    }

    /** Those that wait for an issuer, the oldest first, at most 200; that they were read is written down. */
    public List<Objection> of(Actor department, String issuer) {
        return department
                .bind(sql.sql("select * from lic.objections_to(" + Actor.SQL + ", :now, :issuer)"))
                .param("now", now())
                .param("issuer", issuer)
                .query((row, _) -> {
                    var id = row.getString("id");
                    var holder = new HolderId(HexFormat.of().formatHex(row.getBytes("holder")));
                    var text = keys.open(
                            label(id), holder, row.getBytes("wrapped"), row.getBytes("key"), row.getBytes("text"));
                    return new Objection(
                            id,
                            row.getString("licence"),
                            row.getString("type"),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            new String(text, StandardCharsets.UTF_8));
                })
                .list();
    }

    /** The issuer has put it right or said why not; false: there is none that waits for them. */
    public boolean settle(Actor department, String issuer, String id) {
        return department
                .bind(sql.sql("select lic.settle_objection(" + Actor.SQL + ", :now, :issuer, :id)"))
                .param("now", now())
                .param("issuer", issuer)
                .param("id", id)
                .query(String.class)
                .single()
                .equals("ok");
    }

    private static String label(String id) {
        return "objection/" + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }
}
