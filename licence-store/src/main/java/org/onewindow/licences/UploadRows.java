package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of each upload; its bytes lie elsewhere, under its id. */
final class UploadRows {

    private static final String SELECT =
            "select id, owner, keeper, type, file_name, content_type, size, sha256, received_at from upload where ";

    private final JdbcClient sql;
    private final Clock clock;

    UploadRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param keeper null: its bytes are still a file
     */
    record Row(String owner, @Nullable HolderId keeper, Upload upload) {}

    /** Whether it is new; another may have the same key. */
    boolean insert(Uploads.Sender sender, Upload upload, Instant expiresAt) {
        return sql.sql(
                                """
                        insert into upload (id, owner, keeper, client, idempotency_key, type, file_name, content_type, size, sha256,
                            received_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                upload.id(),
                                sender.owner(),
                                sender.keeper().bytes(),
                                sender.client(),
                                sender.idempotencyKey(),
                                upload.type(),
                                upload.fileName(),
                                upload.contentType(),
                                upload.size(),
                                upload.sha256(),
                                at(upload.receivedAt()),
                                at(expiresAt))
                        .update()
                == 1;
    }

    Optional<Row> find(String id) {
        return one(SELECT + "id = ?", id);
    }

    /** Of this owner, and not expired. */
    Optional<Row> find(String id, String owner) {
        return one(SELECT + "id = ? and owner = ? and (expires_at is null or expires_at > ?)", id, owner, now());
    }

    Optional<Row> underKey(String client, String idempotencyKey) {
        return one(SELECT + "client = ? and idempotency_key = ?", client, idempotencyKey);
    }

    /** Not before then; what never expires goes on so. */
    void expiresNotBefore(String id, String owner, Instant then) {
        sql.sql("update upload set expires_at = greatest(expires_at, ?) where id = ? and owner = ? and expires_at > ?")
                .params(at(then), id, owner, now())
                .update();
    }

    void neverExpires(String id) {
        sql.sql("update upload set expires_at = null where id = ? and expires_at is not null")
                .param(id)
                .update();
    }

    /** A batch of those whose time is over. */
    List<String> expired(int most) {
        return sql.sql("select id from upload where expires_at <= ? order by expires_at limit ?")
                .params(now(), most)
                .query(String.class)
                .list();
    }

    /** Whether it went: somebody may hold it since. */
    boolean deleteExpired(String id) {
        return sql.sql("delete from upload where id = ? and expires_at <= ?")
                        .params(id, now())
                        .update()
                == 1;
    }

    /** Of this owner, where nobody holds it yet. */
    boolean deleteUnused(String id, String owner, Instant expiresNotAfter) {
        return sql.sql("delete from upload where id = ? and owner = ? and expires_at <= ?")
                        .params(id, owner, at(expiresNotAfter))
                        .update()
                == 1;
    }

    /** Its name tells of people, too. */
    void takeNameAway(String id) {
        sql.sql("update upload set file_name = '' where id = ?").param(id).update();
    }

    private Optional<Row> one(String statement, Object... parameters) {
        return sql.sql(statement).params(parameters).query(UploadRows::row).optional();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }

    static Row row(ResultSet row, int index) throws SQLException {
        var keeper = row.getBytes("keeper");
        return new Row(
                row.getString("owner"),
                keeper == null ? null : new HolderId(HexFormat.of().formatHex(keeper)),
                new Upload(
                        row.getString("id"),
                        row.getString("type"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()));
    }
}
