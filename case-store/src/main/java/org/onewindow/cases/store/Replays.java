package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseJson;

/** Replays as they stand in the database: planned first, with their number told, then let go; any node goes on where one stopped. */
public final class Replays {

    /** In one replay. */
    public static final int LARGEST = 10_000;

    private static final int SHOWN = 10;
    private static final Duration PLAN_HOLDS = Duration.ofMinutes(15);
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final String ADD =
            """
            insert into replay_item (replay, seq, exchange, number, key)
            select ?, row_number() over (order by first), first, number, key from (
                select min(e.id) as first, e.number, e.key from (select * from exchange where %s) e
                join step s on s.number = e.number and s.key = e.key
                where s.state in ('retrying', 'stuck', 'uncertain')
                group by e.number, e.key order by 1 limit ?) found""";

    static final String SHOW =
            """
            select r.id, r.total, r.planned_by, r.planned_at, r.rate, r.run_at, r.stopped_at, r.finished_at,
                count(*) filter (where i.state = 'waiting') as waiting, count(*) filter (where i.state = 'done') as done,
                count(*) filter (where i.state = 'failed') as failed, count(*) filter (where i.state = 'skipped') as skipped
            from replay r left join replay_item i on i.replay = r.id where r.id = ? group by r.id""";

    static final String CLAIM =
            """
            update replay set node = ?, leased_until = now() + ? * interval '1 second' where id in (
                select id from replay where run_at is not null and finished_at is null
                and (leased_until is null or leased_until < now()) order by run_at limit 1 for update skip locked)
            returning id""";

    static final String NEXT =
            """
            select i.seq, i.exchange, i.number, i.key, r.rate, r.run_by, r.reason from replay r
            join replay_item i on i.replay = r.id
            where r.id = ? and r.node = ? and r.finished_at is null and i.state = 'waiting' order by i.seq limit 1""";

    private final Transactions transactions;
    private final Clock clock;

    public Replays(DataSource dataSource, Clock clock) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
    }

    /**
     * Counts what a replay would try again, and does nothing else.
     *
     * @param search of messages; what failed then and is still not done now belongs to it
     */
    public Replay.Plan plan(MessageSearch search, String by) {
        var id = UUID.randomUUID();
        return transactions.write(connection -> {
            var where = search.where();
            Rows.update(
                    connection,
                    "insert into replay (id, criteria, total, planned_by, planned_at) values (?, ?::jsonb, 0, ?, ?)",
                    id,
                    CaseJson.write(search),
                    by,
                    clock.instant());
            var parameters = new ArrayList<Object>(List.of(id));
            parameters.addAll(where.parameters());
            parameters.add(LARGEST);
            int total = Rows.update(connection, ADD.replace("%s", where.sql()), parameters.toArray());
            Rows.update(connection, "update replay set total = ? where id = ?", total, id);
            return new Replay.Plan(show(connection, id).orElseThrow(), items(connection, id));
        });
    }

    private static List<Replay.Item> items(Connection connection, UUID id) throws SQLException {
        return Rows.list(
                connection,
                "select seq, exchange, number, key from replay_item where replay = ? order by seq limit ?",
                Replays::item,
                id,
                SHOWN);
    }

    public Optional<Replay> find(UUID id) {
        return transactions.read(connection -> show(connection, id));
    }

    private static Optional<Replay> show(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, SHOW, Replays::replay, id);
    }

    /** Lets a plan go; false: there is none, it is older than a quarter of an hour, or it runs already. */
    public boolean run(UUID id, int rate, String by, String reason) {
        var now = clock.instant();
        return transactions.write(connection -> Rows.update(
                        connection,
                        "update replay set rate = ?, run_by = ?, reason = ?, run_at = ? "
                                + "where id = ? and run_at is null and planned_at > ?",
                        rate,
                        by,
                        reason,
                        now,
                        id,
                        now.minus(PLAN_HOLDS))
                == 1);
    }

    /** Nothing of it is begun any more; false: it does not run. */
    public boolean stop(UUID id, String by) {
        var now = clock.instant();
        return transactions.write(connection -> Rows.update(
                        connection,
                        "update replay set stopped_by = ?, stopped_at = ?, finished_at = ? "
                                + "where id = ? and run_at is not null and finished_at is null",
                        by,
                        now,
                        now,
                        id)
                == 1);
    }

    /** One that runs and that nobody works on, for this node to work on. */
    public Optional<UUID> claim(String node) {
        return transactions.write(connection -> Rows.first(
                connection,
                CLAIM,
                row -> Objects.requireNonNull(row.getObject(1, UUID.class)),
                node,
                LEASE.toSeconds()));
    }

    /** What this node is to do next; where nothing is left, the replay is finished. */
    public Replay.Next next(UUID id, String node) {
        return transactions.write(connection -> {
            var step = Rows.first(connection, NEXT, Replays::step, id, node);
            if (step.isPresent()) {
                return step.get();
            }
            Rows.update(
                    connection,
                    "update replay set finished_at = ? where id = ? and node = ? and finished_at is null",
                    clock.instant(),
                    id,
                    node);
            return new Replay.Next.Over();
        });
    }

    private static Replay.Next step(ResultSet row) throws SQLException {
        return new Replay.Next.Step(item(row), row.getInt("rate"), row.getString("run_by"), row.getString("reason"));
    }

    /** One step is over; this node goes on working on it. */
    public void told(UUID id, int seq, Replay.Outcome outcome, @Nullable String why) {
        transactions.write(connection -> {
            Rows.update(
                    connection,
                    "update replay set leased_until = now() + ? * interval '1 second' where id = ?",
                    LEASE.toSeconds(),
                    id);
            return Rows.update(
                    connection,
                    "update replay_item set state = ?, why = ?, at = ? where replay = ? and seq = ?",
                    outcome.name().toLowerCase(Locale.ROOT),
                    why,
                    clock.instant(),
                    id,
                    seq);
        });
    }

    private static Replay.Item item(ResultSet row) throws SQLException {
        return new Replay.Item(
                row.getInt("seq"),
                row.getLong("exchange"),
                new CaseNumber(row.getString("number")),
                row.getString("key"));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("total"),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("skipped"),
                row.getString("planned_by"),
                Rows.instant(row, "planned_at"),
                (Integer) row.getObject("rate"),
                Rows.instantOrNull(row, "run_at"),
                Rows.instantOrNull(row, "stopped_at"),
                Rows.instantOrNull(row, "finished_at"));
    }
}
