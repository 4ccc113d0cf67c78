package org.onewindow.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.onewindow.licences.keys.ContentKey;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads on their way, and how far they have come; those of people who were erased are as if they were not there. */
final class IncomingRows {

    private static final String SELECT =
            """
            select i.*, h.wrapped as holder_key from blob.incoming i
            join lic.holder_key h on h.holder = i.keeper and h.wrapped is not null where\s""";

    private final JdbcClient sql;
    private final HolderKeys keys;
    private final Clock clock;

    IncomingRows(JdbcClient sql, HolderKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether its key was free: there and among the uploads that are whole. In the caller's transaction. */
    boolean insert(Progress progress, Uploads.Sender sender, Uploads.Label label, ContentKey key) {
        var wrapped = keys.wrap(sql, label(progress.id()), key, sender.keeper());
        return sql.sql(
                                """
                        insert into blob.incoming (id, owner, keeper, client, idempotency_key, type, file_name, content_type, length,
                            received, wrapped, expires_at)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?
                        where not exists (select from upload where client = ? and idempotency_key = ?)
                        on conflict (client, idempotency_key) do nothing""")
                        .params(
                                progress.id(),
                                sender.owner(),
                                sender.keeper().bytes(),
                                sender.client(),
                                sender.idempotencyKey(),
                                label.type(),
                                label.fileName(),
                                label.contentType(),
                                progress.length(),
                                wrapped,
                                at(progress.expiresAt()),
                                sender.client(),
                                sender.idempotencyKey())
                        .update()
                == 1;
    }

    Optional<Incoming> find(String id, String owner) {
        return one("i.id = ? and i.owner = ? and i.expires_at > ?", id, owner, at(clock.instant()));
    }

    Optional<Incoming> underKey(String client, String idempotencyKey) {
        return one("i.client = ? and i.idempotency_key = ?", client, idempotencyKey);
    }

    /** Whether it went on there: whoever else writes to it was not faster. */
    boolean advance(String id, long from, long to, Instant expiresAt) {
        return sql.sql("update blob.incoming set received = ?, expires_at = ? where id = ? and received = ?")
                        .params(to, at(expiresAt), id, from)
                        .update()
                == 1;
    }

    boolean delete(String id, String owner) {
        return sql.sql("delete from blob.incoming where id = ? and owner = ?")
                        .params(id, owner)
                        .update()
                == 1;
    }

    int deleteExpired(int most) {
        return sql.sql(
                        """
                        delete from blob.incoming where id in (
                            select id from blob.incoming where expires_at <= ? order by expires_at limit ? for update skip locked)""")
                .params(at(clock.instant()), most)
                .update();
    }

    private Optional<Incoming> one(String condition, Object... parameters) {
        return sql.sql(SELECT + condition).params(parameters).query(this::row).optional();
    }

    private OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }

    private Incoming row(ResultSet row, int index) throws SQLException {
        var id = row.getString("id");
        var keeper = new HolderId(HexFormat.of().formatHex(row.getBytes("keeper")));
        return new Incoming(
                new Progress(
                        id,
                        row.getLong("length"),
                        row.getLong("received"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                new Uploads.Sender(
                        row.getString("owner"), keeper, row.getString("client"), row.getString("idempotency_key")),
                new Uploads.Label(row.getString("type"), row.getString("file_name"), row.getString("content_type")),
                keys.unwrap(label(id), keeper, row.getBytes("holder_key"), row.getBytes("wrapped")));
    }

    private static String label(String id) {
        return "incoming/" + id;
    }
}
