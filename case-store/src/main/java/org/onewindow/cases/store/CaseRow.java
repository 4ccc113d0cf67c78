package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.config.Serving;

/**
 * A case as it stands in the database.
 *
 * @param configuration the tree it goes by
 * @param moved whether that is another one than is stored
 */
record CaseRow(
        CaseSnapshot snapshot,
        ConfigurationTree configuration,
        boolean moved,
        @Nullable Instant alarm,
        TraceChain chain) {

    private static final String COLUMNS =
            "number, matter, configuration, version, alarm_at, seed, request, progress, trace_count, trace_head";

    /**
     * The second statement starts when the lock is held, so it sees the steps that belong to the locked row; a sub-query
     * would see those of before the wait.
     */
    static final String LOCK = "select " + COLUMNS + " from case_file where number = ? for update; "
            + "select body from step where number = ?";

    static final String LOCK_DUE = "select " + COLUMNS
            + " from case_file where number = ? and alarm_at <= ? for update skip locked; "
            + "select body from step where number = ?";

    static final String LOCK_FREE = "select " + COLUMNS + " from case_file where number = ? for update skip locked; "
            + "select body from step where number = ?";

    static final String FIND = "select " + COLUMNS
            + ", (select jsonb_agg(body) from step s where s.number = f.number) as steps from case_file f where number = ?";

    /** The same case by another tree, whose matter has the same steps. */
    CaseRow by(ConfigurationTree other) {
        var matter =
                Objects.requireNonNull(other.matters().get(snapshot.matter().code()));
        var moved = new CaseSnapshot(
                snapshot.number(),
                matter,
                snapshot.version(),
                snapshot.request(),
                snapshot.seed(),
                snapshot.steps(),
                snapshot.progress());
        return new CaseRow(moved, other, true, alarm, chain);
    }

    /** Nobody else changes the case until this transaction ends. */
    static Optional<CaseRow> lock(Connection connection, CaseNumber number, Serving serving) throws SQLException {
        return locked(connection, serving, LOCK, number.text(), number.text());
    }

    /** The same, where nobody else holds the case. */
    static Optional<CaseRow> lockFree(Connection connection, CaseNumber number, Serving serving) throws SQLException {
        return locked(connection, serving, LOCK_FREE, number.text(), number.text());
    }

    /** The same, where the alarm is due too. */
    static Optional<CaseRow> lockDue(Connection connection, CaseNumber number, Instant now, Serving serving)
            throws SQLException {
        return locked(connection, serving, LOCK_DUE, number.text(), now, number.text());
    }

    private static Optional<CaseRow> locked(
            Connection connection, Serving serving, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = Rows.prepare(connection, sql, parameters)) {
            statement.execute();
            try (var file = statement.getResultSet()) {
                if (!file.next()) {
                    return Optional.empty();
                }
                var row = new File(file);
                statement.getMoreResults();
                try (var steps = statement.getResultSet()) {
                    return Optional.of(row.with(Rows.readAll(steps, step -> step.getString(1)), serving));
                }
            }
        }
    }

    static Optional<CaseRow> find(Connection connection, CaseNumber number, Serving serving) throws SQLException {
        return Rows.first(
                connection,
                FIND,
                row -> {
                    var steps = row.getString("steps");
                    var bodies = steps == null ? new StepSnapshot[0] : CaseJson.read(steps, StepSnapshot[].class);
                    return new File(row).of(List.of(bodies), serving);
                },
                number.text());
    }

    /** The columns of the case itself; the driver closes their cursor when the steps are read. */
    private record File(
            CaseNumber number,
            String matter,
            @Nullable String configuration,
            long version,
            @Nullable Instant alarm,
            String seed,
            ServiceRequest request,
            CaseSnapshot.Progress progress,
            TraceChain chain) {

        File(ResultSet row) throws SQLException {
            this(new CaseNumber(row.getString("number")), row);
        }

        private File(CaseNumber number, ResultSet row) throws SQLException {
            this(
                    number,
                    row.getString("matter"),
                    row.getString("configuration"),
                    row.getLong("version"),
                    Rows.instantOrNull(row, "alarm_at"),
                    row.getString("seed"),
                    CaseJson.read(row.getString("request"), ServiceRequest.class),
                    CaseJson.read(row.getString("progress"), CaseSnapshot.Progress.class),
                    new TraceChain(number, row.getInt("trace_count"), row.getBytes("trace_head")));
        }

        CaseRow with(List<String> bodies, Serving serving) {
            return of(
                    bodies.stream()
                            .map(body -> CaseJson.read(body, StepSnapshot.class))
                            .toList(),
                    serving);
        }

        CaseRow of(List<StepSnapshot> steps, Serving serving) {
            var tree = serving.of(configuration);
            var found = tree.matters().get(matter);
            if (found == null) {
                throw new IllegalArgumentException("no matter " + matter + " in configuration " + tree.revision());
            }
            var snapshot = new CaseSnapshot(number, found, version, request, seed, inOrder(steps, found), progress);
            return new CaseRow(snapshot, tree, false, alarm, chain);
        }

        /** In the order of the matter, elements of a {@code for-each} step by their place. */
        private static Map<String, StepSnapshot> inOrder(List<StepSnapshot> steps, Matter matter) {
            var order = new ArrayList<>(matter.steps().keySet());
            var sorted = new LinkedHashMap<String, StepSnapshot>();
            steps.stream()
                    .sorted(Comparator.comparingInt((StepSnapshot step) -> order.indexOf(step.step()))
                            .thenComparingInt(step -> step.index() == null ? 0 : step.index()))
                    .forEach(step -> sorted.put(step.key(), step));
            return sorted;
        }
    }
}
