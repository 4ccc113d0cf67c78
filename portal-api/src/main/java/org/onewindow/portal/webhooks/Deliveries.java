package org.onewindow.portal.webhooks;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.PortalTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told to webhooks; the rows about cases are made by the database with the trace itself (V220). */
@Component
final class Deliveries {

    private static final String COLUMNS =
            "id, webhook, event_id, kind, number, step, at, redelivery_of, status, attempts,"
                    + " created_at, next_at, last_at, response, failure, millis";

    private static final String TEST =
            """
            insert into webhook_delivery (webhook, event_id, kind, at, created_at, next_at, request)
            values (:webhook, :event, 'test', :now, :now, :now, :request) on conflict do nothing""";

    private static final String AGAIN =
            """
            insert into webhook_delivery
                (webhook, event_id, kind, number, step, at, redelivery_of, created_at, next_at, body, request)
            select webhook, event_id, kind, number, step, at, id, :now, :now, body, :request
            from webhook_delivery where id = :id on conflict do nothing""";

    /** The oldest first, so that a case is told in its order; one that waits for another attempt lets the next ones pass. */
    private static final String DUE = "select " + COLUMNS
            + " from webhook_delivery where webhook = ? and status = 'pending' and next_at <= ? order by id limit 1";

    private static final int EVENT_DIGITS = 24;

    private final JdbcClient sql;
    private final Clock clock;

    Deliveries(PortalTables tables, Clock clock) {
        this.sql = tables.sql();
        this.clock = clock;
    }

    /** Asks for a test, once for each request. */
    void test(Webhook webhook, String request) {
        sql.sql(TEST)
                .param("webhook", webhook.id())
                .param("event", "test-" + request.substring(0, EVENT_DIGITS))
                .param("now", Timestamp.from(clock.instant()))
                .param("request", request)
                .update();
    }

    /** The same event once more, as a delivery of its own, once for each request. */
    void again(Delivery delivery, String request) {
        sql.sql(AGAIN)
                .param("id", delivery.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("request", request)
                .update();
    }

    Optional<Delivery> askedFor(Webhook webhook, String request) {
        return sql.sql("select " + COLUMNS + " from webhook_delivery where webhook = ? and request = ?")
                .params(webhook.id(), request)
                .query(Deliveries::delivery)
                .optional();
    }

    Optional<Delivery> find(Webhook webhook, long id) {
        return sql.sql("select " + COLUMNS + " from webhook_delivery where webhook = ? and id = ?")
                .params(webhook.id(), id)
                .query(Deliveries::delivery)
                .optional();
    }

    /** Newest first. */
    List<Delivery> page(Webhook webhook, int limit, long before) {
        return sql.sql("select " + COLUMNS
                        + " from webhook_delivery where webhook = ? and id < ? order by id desc limit ?")
                .params(webhook.id(), before, limit)
                .query(Deliveries::delivery)
                .list();
    }

    Optional<Delivery> due(Webhook webhook) {
        return sql.sql(DUE)
                .params(webhook.id(), Timestamp.from(clock.instant()))
                .query(Deliveries::delivery)
                .optional();
    }

    /** The bytes to send: made and stored before the first attempt, the same ever after. */
    byte[] body(Delivery delivery, Supplier<String> made) {
        var stored = sql.sql("select body from webhook_delivery where id = ? and body is not null")
                .param(delivery.id())
                .query(byte[].class)
                .optional();
        return stored.orElseGet(() -> {
            var body = made.get().getBytes(StandardCharsets.UTF_8);
            sql.sql("update webhook_delivery set body = ? where id = ?")
                    .params(body, delivery.id())
                    .update();
            return body;
        });
    }

    /** Takes away what has been over since before this time, and what was written while its webhook was being deleted. */
    void forget(Instant before) {
        sql.sql("delete from webhook_delivery where status <> 'pending' and last_at < ?")
                .param(Timestamp.from(before))
                .update();
        sql.sql("delete from webhook_delivery d where not exists (select from webhook w where w.id = d.webhook)")
                .update();
    }

    private static Delivery delivery(ResultSet row, int place) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("webhook"),
                row.getString("event_id"),
                row.getString("kind"),
                row.getString("number"),
                row.getString("step"),
                row.getTimestamp("at").toInstant(),
                row.getObject("redelivery_of", Long.class),
                row.getString("status"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                Webhooks.instant(row, "next_at"),
                Webhooks.instant(row, "last_at"),
                integer(row, "response"),
                row.getString("failure"),
                integer(row, "millis"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
