package org.onewindow.portal.webhooks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.PortalTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how attempts ended, and what follows: another attempt, none any more, or a webhook that is told nothing more. */
@Component
final class Outcomes {

    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    private static final Duration DISABLED_AFTER = Duration.ofDays(5);
    private static final int GONE = 410;

    /** One statement, so both or neither; a delivery that was given up meanwhile stays so. */
    private static final String ARRIVED =
            """
            with told as (
                update webhook_delivery set status = 'delivered', attempts = attempts + 1, next_at = null, last_at = :now,
                    response = :response, failure = null, millis = :millis
                where id = :id and status = 'pending' returning webhook)
            update webhook set failures = 0, failing_since = null, quiet_until = null, disabled_at = null, disabled_why = null
            where id in (select webhook from told)""";

    private static final String FAILED =
            """
            with told as (
                update webhook_delivery set status = case when :next::timestamptz is null then 'given-up' else 'pending' end,
                    attempts = attempts + 1, next_at = :next, last_at = :now, response = :response, failure = :failure,
                    millis = :millis
                where id = :id and status = 'pending' returning webhook)
            update webhook set failures = failures + 1, failing_since = coalesce(failing_since, :now),
                quiet_until = :now::timestamptz + least(power(2, least(failures, 10)), 60) * interval '1 second',
                disabled_at = case when :gone or failing_since < :long then coalesce(disabled_at, :now) else disabled_at end,
                disabled_why = case when :gone then 'gone' when failing_since < :long then 'failing' else disabled_why end
            where id in (select webhook from told)""";

    private static final String GIVE_UP =
            """
            update webhook_delivery d set status = 'given-up', next_at = null, last_at = :now from webhook w
            where w.id = :webhook and w.disabled_at is not null and d.webhook = w.id and d.status = 'pending'""";

    private final JdbcClient sql;
    private final Clock clock;

    Outcomes(PortalTables tables, Clock clock) {
        this.sql = tables.sql();
        this.clock = clock;
    }

    /** Whether it arrived. */
    boolean write(Delivery delivery, Answer answer) {
        var now = clock.instant();
        if (answer.isTaken()) {
            sql.sql(ARRIVED)
                    .param("id", delivery.id())
                    .param("now", Timestamp.from(now))
                    .param("response", answer.status())
                    .param("millis", answer.millis())
                    .update();
            return true;
        }
        sql.sql(FAILED)
                .param("id", delivery.id())
                .param("now", Timestamp.from(now))
                .param("next", timestamp(next(delivery, answer, now)))
                .param("response", answer.status())
                .param("failure", answer.failure())
                .param("millis", answer.millis())
                .param("gone", isGone(answer))
                .param("long", Timestamp.from(now.minus(DISABLED_AFTER)))
                .update();
        sql.sql(GIVE_UP)
                .param("webhook", delivery.webhook())
                .param("now", Timestamp.from(now))
                .update();
        return false;
    }

    /** Null: it is given up. */
    private static @Nullable Instant next(Delivery delivery, Answer answer, Instant now) {
        var next = now.plus(BackOff.after(delivery.attempts()));
        return isGone(answer) || next.isAfter(delivery.createdAt().plus(GIVEN_UP_AFTER)) ? null : next;
    }

    private static boolean isGone(Answer answer) {
        return answer.status() != null && answer.status() == GONE;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
