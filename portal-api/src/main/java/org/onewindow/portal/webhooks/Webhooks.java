package org.onewindow.portal.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.PortalTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhooks of all clients, and whose turn it is. */
@Component
final class Webhooks {

    private static final String COLUMNS =
            "id, client, url, events, description, created_at, failing_since, disabled_at, disabled_why";

    private static final String CREATE =
            """
            insert into webhook (id, client, url, events, description, created_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

    /** Those that have waited longest for their turn; a node that was lost keeps one no longer than it may hold it. */
    private static final String CLAIM =
            """
            update webhook set held_until = :until where id in (
                select w.id from webhook w
                where (w.held_until is null or w.held_until <= :now) and (w.quiet_until is null or w.quiet_until <= :now)
                    and exists (select from webhook_delivery d
                        where d.webhook = w.id and d.status = 'pending' and d.next_at <= :now)
                order by w.served_at nulls first limit :limit for update of w skip locked)
            returning\s"""
                    + COLUMNS;

    /** With its log. */
    private static final String DELETE =
            """
            with gone as (delete from webhook where client = ? and id = ? returning id),
                log as (delete from webhook_delivery where webhook in (select id from gone))
            select count(*) from gone""";

    private final JdbcClient sql;
    private final Clock clock;

    Webhooks(PortalTables tables, Clock clock) {
        this.sql = tables.sql();
        this.clock = clock;
    }

    void create(Webhook webhook) {
        sql.sql(CREATE)
                .params(
                        webhook.id(),
                        webhook.client(),
                        webhook.url(),
                        webhook.events().toArray(String[]::new),
                        webhook.description(),
                        Timestamp.from(webhook.createdAt()))
                .update();
    }

    /** Oldest first. */
    List<Webhook> of(String client) {
        return sql.sql("select " + COLUMNS + " from webhook where client = ? order by created_at, id")
                .param(client)
                .query(Webhooks::webhook)
                .list();
    }

    Optional<Webhook> find(String client, String id) {
        return sql.sql("select " + COLUMNS + " from webhook where client = ? and id = ?")
                .params(client, id)
                .query(Webhooks::webhook)
                .optional();
    }

    /** Whether there was one. */
    boolean delete(String client, String id) {
        return sql.sql(DELETE).params(client, id).query(Long.class).single() == 1;
    }

    /** Webhooks with something due, held for this node; for at most so long. */
    List<Webhook> claim(int limit, Duration hold) {
        var now = clock.instant();
        return sql.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(hold)))
                .param("limit", limit)
                .query(Webhooks::webhook)
                .list();
    }

    void release(Webhook webhook) {
        sql.sql("update webhook set held_until = null, served_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), webhook.id())
                .update();
    }

    private static Webhook webhook(ResultSet row, int place) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("client"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("description"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "failing_since"),
                instant(row, "disabled_at"),
                row.getString("disabled_why"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
