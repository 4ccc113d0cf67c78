package org.onewindow.cases.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.RetryStops;

/**
 * The stop switch of retries, one for each department and one for all; true over all nodes.
 *
 * <p>{@link #get} is what this node knows of it: at most as old as the last {@link #refresh}, which each node's sweeper does once a second.
 */
public final class RetrySwitches implements Supplier<RetryStops> {

    static final String NEWEST =
            """
            select distinct on (department) department, is_off, include_older, by, reason, at
            from retry_switch order by department, id desc""";

    private static final String TURN =
            "insert into retry_switch (department, is_off, include_older, by, reason, at) values (?, ?, ?, ?, ?, ?)";

    private final Transactions transactions;
    private final Clock clock;
    private volatile RetryStops known;

    public RetrySwitches(DataSource dataSource, Clock clock) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
        this.known = RetryStops.NONE;
        refresh();
    }

    /**
     * How a switch was turned last.
     *
     * @param department or {@link RetryStops#ALL}
     * @param includeOlder switched on for what failed before as well
     */
    public record Turned(String department, boolean off, boolean includeOlder, String by, String reason, Instant at) {

        private Instant line() {
            return off ? Instant.MAX : includeOlder ? Instant.MIN : at;
        }

        /** What was said of one department counts until something newer is said of all. */
        private boolean counts(List<Turned> all) {
            return all.stream().noneMatch(other -> other.department.equals(RetryStops.ALL) && other.at.isAfter(at));
        }
    }

    /** A failed step that a switch holds, or held. */
    public record Held(CaseNumber number, String step) {}

    /** Steps that wait for a switch, of departments that none holds any more; at most so many. */
    public List<Held> letGo(int max) {
        var now = known;
        return transactions.read(connection -> CaseIndex.heldBack(connection, now, max));
    }

    @Override
    public RetryStops get() {
        return known;
    }

    public void refresh() {
        var all = all();
        known = new RetryStops(all.stream()
                .filter(turned -> turned.counts(all))
                .collect(Collectors.toUnmodifiableMap(Turned::department, Turned::line)));
    }

    /** Those that were ever turned. */
    public List<Turned> all() {
        return transactions.read(connection -> Rows.list(
                connection,
                NEWEST,
                row -> new Turned(
                        row.getString("department"),
                        row.getBoolean("is_off"),
                        row.getBoolean("include_older"),
                        row.getString("by"),
                        row.getString("reason"),
                        Rows.instant(row, "at"))));
    }

    /** Committed when it returns; the other nodes know within a second. */
    public Turned turn(String department, boolean off, boolean includeOlder, String by, String reason) {
        var turned = new Turned(department, off, includeOlder, by, reason, clock.instant());
        transactions.write(
                connection -> Rows.update(connection, TURN, department, off, includeOlder, by, reason, turned.at()));
        refresh();
        return turned;
    }
}
