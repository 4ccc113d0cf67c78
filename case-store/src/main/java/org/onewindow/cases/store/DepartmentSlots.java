package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.onewindow.config.Department;

/**
 * How many calls a department has at the same time and in a second, over all nodes together.
 *
 * <p>By the database's clock and without waiting for the disk: after a crash all slots are free.
 */
public final class DepartmentSlots {

    private static final String TAKE =
            """
            update department_slot s set held_until = clock_timestamp() + make_interval(secs => ?), holder = ?::uuid, incarnation = ?
            from (select place from department_slot where department = ? and place < ? and held_until <= clock_timestamp()
                  order by place limit 1 for update skip locked) free
            where s.department = ? and s.place = free.place
            returning s.place""";

    private static final String MAKE = "insert into department_slot (department, place, held_until) "
            + "select ?, place, '-infinity' from generate_series(0, ? - 1) as place on conflict do nothing";

    private static final String COUNT =
            """
            insert into department_second as d (department, second, calls)
            values (?, extract(epoch from clock_timestamp())::bigint, 1)
            on conflict (department) do update
                set second = excluded.second, calls = case when d.second = excluded.second then d.calls + 1 else 1 end
                where d.second <> excluded.second or d.calls < ?""";

    private static final String GIVE_BACK =
            "update department_slot set held_until = '-infinity', holder = null, incarnation = null where department = ? and place = ? and holder = ?::uuid";

    private static final String FREE_LOST =
            "update department_slot set held_until = '-infinity', holder = null, incarnation = null where "
                    + HubNodes.DEAD;

    /** The places stand in an unlogged table, which a crash of the database empties: so they are made again, but not at each try. */
    private static final Duration MAKE_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Life life;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    public DepartmentSlots(DataSource dataSource, Life life) {
        this.transactions = new Transactions(dataSource);
        this.life = life;
    }

    private record Made(int concurrency, long at) {}

    /** The right to one call; closing gives it back. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A slot, or nothing where all are taken or the second is used up.
     *
     * @param holdAtMost after this time the slot is free again, whatever became of the call
     */
    public Optional<Slot> acquire(String department, Department.Limits limits, Duration holdAtMost) {
        var holder = UUID.randomUUID().toString();
        return transactions
                .write(connection -> {
                    hurry(connection);
                    return take(connection, department, limits, holdAtMost, holder);
                })
                .map(place -> () -> giveBack(department, place, holder));
    }

    /** What lost nodes had in hand is free before its time. */
    public void freeThoseOfLostNodes() {
        transactions.write(connection -> {
            hurry(connection);
            return Rows.update(connection, FREE_LOST, life.mayJudge());
        });
    }

    private Optional<Integer> take(
            Connection connection, String department, Department.Limits limits, Duration holdAtMost, String holder)
            throws SQLException {
        var rate = limits.ratePerSecond();
        var place = place(connection, department, limits.concurrency(), holdAtMost, holder);
        if (place.isEmpty() && make(connection, department, limits.concurrency())) {
            place = place(connection, department, limits.concurrency(), holdAtMost, holder);
        }
        if (place.isPresent() && rate != null && Rows.update(connection, COUNT, department, rate) == 0) {
            Rows.update(connection, GIVE_BACK, department, place.get(), holder);
            return Optional.empty();
        }
        return place;
    }

    /** Whether there are places now that were not there before. */
    private boolean make(Connection connection, String department, int concurrency) throws SQLException {
        var last = made.get(department);
        if (last != null && last.concurrency == concurrency && System.nanoTime() - last.at < MAKE_AGAIN.toNanos()) {
            return false;
        }
        made.put(department, new Made(concurrency, System.nanoTime()));
        return Rows.update(connection, MAKE, department, concurrency) > 0;
    }

    private Optional<Integer> place(
            Connection connection, String department, int concurrency, Duration holdAtMost, String holder)
            throws SQLException {
        double seconds = holdAtMost.toMillis() / 1000.0;
        return Rows.first(
                connection,
                TAKE,
                row -> row.getInt(1),
                seconds,
                holder,
                life.incarnation().orElse(null),
                department,
                concurrency,
                department);
    }

    private void giveBack(String department, int place, String holder) {
        transactions.write(connection -> {
            hurry(connection);
            return Rows.update(connection, GIVE_BACK, department, place, holder);
        });
    }

    /** Nothing here must survive a crash. */
    private static void hurry(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }
}
