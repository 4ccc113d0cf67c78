package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one statement, of which a decision needs some: PostgreSQL opens every table and index that a statement names,
 * whether it writes there or not. Each selection is a text of its own, and so prepared once.
 */
final class WriteParts {

    static final String MOVED =
            """
            moved as (
                update case_file set version = version + 1, state = ?, alarm_at = ?, finished_at = ?,
                    open_key = case when ? then open_key end, provisional = ?, configuration = coalesce(?::text, configuration),
                    request = coalesce(?::jsonb, request), progress = ?::jsonb, trace_count = ?, trace_head = ?
                where number = ? and version = ?
                returning number
            )""";

    static final String STEPS =
            """
            steps as (
                insert into step (number, key, step, state, purpose, department, undo_department, correlation,
                    undo_correlation, held_department, held_event, held_subject, next_at, incarnation, body)
                select moved.number, s.* from moved, jsonb_to_recordset(?::jsonb) as s(key text, step text, state text,
                    purpose text, department text, undo_department text, correlation text, undo_correlation text,
                    held_department text, held_event text, held_subject text, next_at timestamptz, incarnation uuid, body jsonb)
                on conflict (number, key) do update set state = excluded.state, purpose = excluded.purpose,
                    correlation = excluded.correlation, undo_correlation = excluded.undo_correlation,
                    held_department = excluded.held_department, held_event = excluded.held_event,
                    held_subject = excluded.held_subject, next_at = excluded.next_at, body = excluded.body,
                    incarnation = case when excluded.state = 'calling'
                        then coalesce(excluded.incarnation, step.incarnation) end
            )""";

    static final String GONE =
            """
            gone as (
                delete from step using moved where step.number = moved.number and step.key = any (?::text[])
            )""";

    static final String EVENTS =
            """
            events as (
                insert into case_event (number, seq, at, kind, step, details, hash)
                select moved.number, e.seq, e.at, e.kind, e.step, e.details, decode(e.hash, 'hex')
                from moved, jsonb_to_recordset(?::jsonb)
                    as e(seq integer, at timestamptz, kind text, step text, details jsonb, hash text)
            )""";

    static final String SENT =
            """
            sent as (
                insert into message (number, key, about, revision, bytes, sha256, stored_at)
                select moved.number, m.key, m.about, m.revision, ?::bytea, ?::bytea, m.stored_at
                from moved, jsonb_to_recordset(?::jsonb)
                    as m(key text, about text, revision integer, stored_at timestamptz)
                on conflict do nothing
            )""";

    static final String CALLS =
            """
            calls as (
                insert into attempt (number, key, purpose, attempt, phase, node, at, outcome, cause, effect_key, sha256)
                select moved.number, a.key, a.purpose, a.attempt, a.phase, a.node, a.at, a.outcome, a.cause, a.effect_key,
                    case when a.phase = 'leased' then ?::bytea end
                from moved, jsonb_to_recordset(?::jsonb) as a(key text, purpose text, attempt integer, phase text,
                    node text, at timestamptz, outcome text, cause text, effect_key uuid)
            )""";

    static final String SAID =
            """
            said as (
                insert into exchange (number, key, purpose, attempt, node, department, operation, at, ms, outcome, cause, status,
                    reference, effect_key, replay_of, payload)
                select moved.number, x.key, x.purpose, x.attempt, x.node, x.department, x.operation, x.at, x.ms, x.outcome,
                    x.cause, x.status, x.reference, x.effect_key, x.replay_of, ?::bytea
                from moved, jsonb_to_recordset(?::jsonb) as x(key text, purpose text, attempt integer, node text,
                    department text, operation text, at timestamptz, ms integer, outcome text, cause text, status integer,
                    reference text, effect_key uuid, replay_of bigint)
            )""";

    static final String CLOSED =
            """
            closed as (
                update task set closed_at = ? from moved where task.number = moved.number and closed_at is null
                    and (? or task.step_key = any (?::text[])
                        or (task.kind = ? and coalesce(task.step_key, '') = ?))
            )""";

    static final String OPENED =
            """
            opened as (
                insert into task (number, step_key, kind, why, opened_at)
                select moved.number, t.step_key, t.kind, t.why, t.opened_at from moved, jsonb_to_recordset(?::jsonb)
                    as t(step_key text, kind text, why jsonb, opened_at timestamptz)
                on conflict do nothing
            )""";

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** The case itself, by the version that was decided on. */
    WriteParts(@Nullable Object... its) {
        add(MOVED, its);
    }

    WriteParts andIf(boolean needed, String part, @Nullable Object... its) {
        if (needed) {
            sql.append(", ");
            add(part, its);
        }
        return this;
    }

    private void add(String part, @Nullable Object... its) {
        sql.append(part);
        parameters.addAll(Arrays.asList(its));
    }

    String sql() {
        return "with " + sql + " select count(*) from moved";
    }

    /** How many cases it moved: one, or none where the case is in another version. */
    int write(Connection connection) throws SQLException {
        return Rows.first(connection, sql(), row -> row.getInt(1), parameters.toArray())
                .orElse(0);
    }
}
