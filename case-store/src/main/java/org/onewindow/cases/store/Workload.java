package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How much work waits, over all nodes, and how departments answered lately.
 *
 * <p>Each statement is bounded by the cases that are open and busy, or by the calls of the last minutes; none reads what is over. Every
 * method may end in {@link StoreAway}.
 */
public final class Workload {

    /** Whoever waits to be called has an alarm at most a minute ahead (hints are repeated), so this finds all of them. */
    private static final Duration HINTED_WITHIN = Duration.ofMinutes(1);

    static final String LATE =
            "select count(*), min(alarm_at) from (select alarm_at from case_file where alarm_at <= ? order by alarm_at limit 100000) late";

    static final String QUEUES =
            """
            select coalesce(case when s.state = 'undoing' then s.undo_department else s.department end, 'hub') as department,
                count(*) as waiting, min((s.body->'status'->>'since')::timestamptz) as oldest
            from case_file c join step s on s.number = c.number
            where c.alarm_at <= ? and s.state in ('ready', 'undoing')
            group by 1""";

    static final String OPEN = "select state, count(*) from case_file where alarm_at is not null group by state";

    static final String SLOTS =
            "select department, count(*) from department_slot where held_until > clock_timestamp() group by department";

    static final String TASKS = "select count(*) from task where closed_at is null";

    /** What is no answer: silence, a broken line, doubt, a lost node. */
    static final String ANSWERS =
            """
            select department, count(*) filter (where good) as good, max(at) filter (where good) as last_good,
                count(*) filter (where not good) as bad, max(at) filter (where not good) as last_bad
            from (select case when a.purpose = 'undo' then s.undo_department else s.department end as department, a.at,
                    a.outcome not in ('unavailable', 'uncertain', 'lapsed') as good
                from attempt a join step s on s.number = a.number and s.key = a.key
                where a.at > ? and a.outcome is not null) call
            where department is not null group by department""";

    private final Transactions transactions;

    public Workload(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /** The steps that wait to be called at one department. */
    public record Queue(int waiting, Instant oldest) {}

    /**
     * What waits at one moment.
     *
     * @param late cases whose alarm is due and has not rung, at most 100,000
     * @param lateSince the oldest of these alarms; null: there are none
     * @param queues by department
     * @param openCases by state
     * @param slots calls under way over all nodes, by department
     * @param openTasks what operators have to do
     */
    public record Sample(
            Instant at,
            int late,
            @Nullable Instant lateSince,
            Map<String, Queue> queues,
            Map<String, Integer> openCases,
            Map<String, Integer> slots,
            int openTasks) {

        /** Everything that nodes have to do now and have not begun. */
        public int waiting() {
            return late + queues.values().stream().mapToInt(Queue::waiting).sum();
        }

        /** How far the alarms are behind. */
        public Duration lag() {
            return lateSince == null ? Duration.ZERO : Duration.between(lateSince, at);
        }
    }

    public Sample sample(Instant now) {
        return transactions.read(connection -> {
            var late = Rows.first(connection, LATE, Late::of, now).orElse(new Late(0, null));
            return new Sample(
                    now,
                    late.count(),
                    late.since(),
                    queues(connection, now),
                    counts(connection, OPEN),
                    counts(connection, SLOTS),
                    Rows.first(connection, TASKS, row -> row.getInt(1)).orElse(0));
        });
    }

    private record Late(int count, @Nullable Instant since) {

        static Late of(ResultSet row) throws SQLException {
            return new Late(row.getInt(1), Rows.instantOrNull(row, "min"));
        }
    }

    private record Line<T>(String name, T value) {}

    private static Map<String, Queue> queues(Connection connection, Instant now) throws SQLException {
        return byName(Rows.list(
                connection,
                QUEUES,
                row -> new Line<>(
                        row.getString("department"), new Queue(row.getInt("waiting"), Rows.instant(row, "oldest"))),
                now.plus(HINTED_WITHIN)));
    }

    private static Map<String, Integer> counts(Connection connection, String sql) throws SQLException {
        return byName(Rows.list(connection, sql, row -> new Line<>(row.getString(1), row.getInt(2))));
    }

    private static <T> Map<String, T> byName(List<Line<T>> lines) {
        var map = new LinkedHashMap<String, T>();
        lines.forEach(line -> map.put(line.name(), line.value()));
        return map;
    }

    /**
     * How one department answered for a while.
     *
     * @param good its answers, whatever they said; the others are silence, broken lines and doubts
     */
    public record Answers(int good, @Nullable Instant lastGood, int bad, @Nullable Instant lastBad) {

        public static final Answers NONE = new Answers(0, null, 0, null);
    }

    /** The answers since then, by department, whichever node had them. */
    public Map<String, Answers> answers(Instant since) {
        return transactions.read(connection -> byName(Rows.list(
                connection,
                ANSWERS,
                row -> new Line<>(
                        row.getString("department"),
                        new Answers(
                                row.getInt("good"),
                                Rows.instantOrNull(row, "last_good"),
                                row.getInt("bad"),
                                Rows.instantOrNull(row, "last_bad"))),
                since)));
    }
}
