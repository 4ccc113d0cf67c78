package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Archive;

/**
 * Every configuration that ever served, and which one serves: the same for all nodes. Trees and history are only added to. Safe for
 * many threads; every method may end in {@link StoreAway}.
 */
public final class Revisions {

    /** One change at a time, over all nodes. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('hub configuration', 0))";

    private static final String NOW =
            """
            select c.number, c.revision, array(select department from configuration_disabled order by 1) as disabled
            from configuration_serving s join configuration_change c on c.number = s.number""";

    private static final String KEEP =
            "insert into configuration_tree (revision, files, stored_at) values (?, ?, ?) on conflict do nothing";

    private static final String TELL =
            """
            with told as (
                insert into configuration_change (number, kind, revision, parent, departments, actor, note, at)
                values (?, ?, ?, ?, ?::text[], ?, ?, ?) returning number
            )
            insert into configuration_serving (number) select number from told
            on conflict (only_one) do update set number = excluded.number""";

    private static final String DISABLE =
            "insert into configuration_disabled (department) select unnest(?::text[]) on conflict do nothing";

    private static final String ENABLE = "delete from configuration_disabled where department = any (?::text[])";

    private static final String HISTORY =
            """
            select number, kind, revision, parent, departments, actor, note, at from configuration_change
            where ?::text is null or departments @> array[?::text] order by number desc limit ?""";

    /** Whose cases are open: a department that is done may be needed again to take its step back. */
    private static final String NEEDED =
            """
            select distinct d.id from unnest(?::text[]) as d(id)
            where exists (select from case_file c join step s on s.number = c.number
                where c.alarm_at is not null and d.id in (s.department, s.undo_department))
            order by 1""";

    private static final String PINNED =
            """
            select t.revision from configuration_tree t
            where exists (select from case_file c where c.configuration = t.revision and c.alarm_at is not null)""";

    private final Transactions transactions;
    private final Clock clock;

    public Revisions(DataSource dataSource, Clock clock) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
    }

    /**
     * What serves.
     *
     * @param number of the change that made it so; another number: something changed
     * @param disabled departments that are not called for now
     */
    public record Now(int number, String revision, Set<String> disabled) {

        /** Before anything ever served. */
        public static final Now NOTHING = new Now(0, "", Set.of());

        public Now {
            disabled = Set.copyOf(disabled);
        }
    }

    /**
     * One line of the history.
     *
     * @param revision what serves after it
     * @param parent what served before it; null: nothing
     * @param departments whose folders or states it changed
     */
    public record Change(
            int number,
            String kind,
            String revision,
            @Nullable String parent,
            List<String> departments,
            String by,
            String note,
            Instant at) {}

    /**
     * A change that is to be made.
     *
     * @param tree what shall serve
     * @param departments whose folders or states it changes
     * @param gone the departments that it takes away: not while open cases need them
     * @param disabled the departments that are not called for now, when it is made
     */
    public record Wanted(
            String kind,
            Archive tree,
            Collection<String> departments,
            Collection<String> gone,
            Collection<String> disabled,
            String by,
            String note) {}

    /** What became of a change. */
    public sealed interface Made {

        /** It is committed. */
        record Serves(Now now) implements Made {}

        /** Another change came first; nothing was done. */
        record Overtaken() implements Made {}

        /** Open cases need these departments; nothing was done. */
        record Needed(List<String> departments) implements Made {}
    }

    /** Makes a change wholly or not at all, provided that what serves is still what it was made for. */
    public Made make(Wanted wanted, Now basis) {
        return transactions.write(connection -> {
            Rows.list(connection, LOCK, row -> row.getRow());
            if (now(connection).number() != basis.number()) {
                return new Made.Overtaken();
            }
            var needed = Rows.list(connection, NEEDED, row -> row.getString(1), (Object) array(wanted.gone()));
            if (!needed.isEmpty()) {
                return new Made.Needed(needed);
            }
            write(connection, wanted, basis);
            return new Made.Serves(now(connection));
        });
    }

    private void write(Connection connection, Wanted wanted, Now basis) throws SQLException {
        var at = clock.instant();
        var revision = wanted.tree().revision();
        Rows.update(connection, KEEP, revision, wanted.tree().zip(), at);
        Rows.update(
                connection,
                TELL,
                basis.number() + 1,
                wanted.kind(),
                revision,
                basis.revision().isEmpty() ? null : basis.revision(),
                array(wanted.departments()),
                wanted.by(),
                wanted.note(),
                at);
        var enabled = new TreeSet<>(basis.disabled());
        enabled.removeAll(wanted.disabled());
        Rows.update(connection, ENABLE, (Object) array(enabled));
        Rows.update(connection, DISABLE, (Object) array(wanted.disabled()));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    /** What serves now; {@link Now#NOTHING} in a fresh database. */
    public Now now() {
        return transactions.read(Revisions::now);
    }

    private static Now now(Connection connection) throws SQLException {
        return Rows.first(
                        connection,
                        NOW,
                        row -> new Now(
                                row.getInt("number"), row.getString("revision"), Set.copyOf(texts(row, "disabled"))))
                .orElse(Now.NOTHING);
    }

    /** The tree of a revision, whether or not it serves. */
    public Optional<Archive> tree(String revision) {
        return transactions
                .read(connection -> Rows.first(
                        connection,
                        "select files from configuration_tree where revision = ?",
                        row -> row.getBytes(1),
                        revision))
                .map(zip -> read(revision, zip));
    }

    private static Archive read(String revision, byte[] zip) {
        try {
            return Archive.ofZip(zip);
        } catch (Archive.Unfit damaged) {
            throw new IllegalStateException("the stored configuration " + revision + " is damaged", damaged);
        }
    }

    /**
     * The newest changes, newest first.
     *
     * @param department only those that touched it; null: all
     */
    public List<Change> history(@Nullable String department, int limit) {
        return transactions.read(
                connection -> Rows.list(connection, HISTORY, Revisions::change, department, department, limit));
    }

    /** The revisions that open cases go by. */
    public Set<String> pinned() {
        return transactions.read(connection -> Set.copyOf(Rows.list(connection, PINNED, row -> row.getString(1))));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getInt("number"),
                row.getString("kind"),
                row.getString("revision"),
                row.getString("parent"),
                texts(row, "departments"),
                row.getString("actor"),
                row.getString("note"),
                Rows.instant(row, "at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
