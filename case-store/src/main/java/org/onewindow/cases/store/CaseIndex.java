package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.TraceEntry;

/** By what cases are found; each of these statements has an index of its own, however many cases there are. */
final class CaseIndex {

    static final String DUE = "select number from case_file where alarm_at <= ? order by alarm_at limit ?";

    static final String BY_CORRELATION =
            """
            select number, key, false as undo from step where correlation = ? and department = ?
            union all
            select number, key, true as undo from step where undo_correlation = ? and undo_department = ?""";

    static final String OF_PERSON =
            """
            select distinct received_at, number from party_of_case where id_hash = ?
            order by received_at desc, number desc limit ?""";

    static final String OF_PERSON_AFTER =
            """
            select distinct received_at, number from party_of_case where id_hash = ?
            and (received_at, number) < ((select received_at from case_file where number = ?), ?)
            order by received_at desc, number desc limit ?""";

    static final String CONCERNS = "select number from party_of_case where number = ? and id_hash = ? limit 1";

    static final String LACKING =
            """
            select distinct f.number from unnest(?::text[]) whose
            join party_of_case p on p.id_hash >= whose and p.id_hash < whose || 'g' join case_file f on f.number = p.number
            where f.state in ('received', 'supplement') and f.finished_at is null""";

    static final String HELD =
            "select distinct number from step where held_department = ? and held_event = ? and held_subject = ?";

    static final String PROVISIONAL = "select number from case_file where provisional";

    static final String TRACE_LENGTHS = "select number, trace_count from case_file where number = any(?)";

    static final String TRACE_AFTER =
            "select at, kind, step, details from case_event where number = ? and seq > ? order by seq";

    static final String HELD_BACK =
            """
            select number, key from step where state = 'retrying' and next_at is null
            and (case purpose when 'undo' then undo_department else department end = any (?)) = ?
            order by number, key limit ?""";

    private CaseIndex() {}

    /** A step, and which of its acts. */
    record Found(CaseNumber number, String key, Purpose about) {}

    static List<CaseNumber> due(Connection connection, Instant now, int max) throws SQLException {
        return numbers(connection, DUE, now, max);
    }

    static List<CaseNumber> lacking(Connection connection, Collection<String> people) throws SQLException {
        return numbers(connection, LACKING, (Object) people.toArray(String[]::new));
    }

    /** What bears nothing was meant for nobody. */
    static Optional<Found> byCorrelation(Connection connection, String department, String correlation)
            throws SQLException {
        if (correlation.isEmpty()) {
            return Optional.empty();
        }
        var found = byOwnCorrelation(connection, department, correlation);
        if (found.isPresent()) {
            return found;
        }
        var expected = AnswerNumbers.correlation(connection, department, correlation);
        return expected.isPresent() ? byOwnCorrelation(connection, department, expected.get()) : Optional.empty();
    }

    private static Optional<Found> byOwnCorrelation(Connection connection, String department, String correlation)
            throws SQLException {
        return Rows.first(
                connection,
                BY_CORRELATION,
                row -> new Found(
                        new CaseNumber(row.getString("number")),
                        row.getString("key"),
                        row.getBoolean("undo") ? Purpose.UNDO : Purpose.ACT),
                correlation,
                department,
                correlation,
                department);
    }

    static List<CaseNumber> ofPerson(Connection connection, String idHash, int limit, @Nullable CaseNumber after)
            throws SQLException {
        return after == null
                ? numbers(connection, OF_PERSON, idHash, limit)
                : numbers(connection, OF_PERSON_AFTER, idHash, after.text(), after.text(), limit);
    }

    static boolean concerns(Connection connection, CaseNumber number, String idHash) throws SQLException {
        return !numbers(connection, CONCERNS, number.text(), idHash).isEmpty();
    }

    static List<CaseNumber> heldFor(Connection connection, String department, String event, String subject)
            throws SQLException {
        return numbers(connection, HELD, department, event, subject);
    }

    static List<RetrySwitches.Held> heldBack(Connection connection, RetryStops stops, int max) throws SQLException {
        return Rows.list(
                connection,
                HELD_BACK,
                row -> new RetrySwitches.Held(new CaseNumber(row.getString("number")), row.getString("key")),
                stops.exceptions().toArray(String[]::new),
                stops.holdOthers(),
                max);
    }

    static Map<CaseNumber, Integer> traceLengths(Connection connection, Collection<CaseNumber> numbers)
            throws SQLException {
        var texts = numbers.stream().map(CaseNumber::text).toArray(String[]::new);
        var lengths = new HashMap<CaseNumber, Integer>();
        Rows.list(
                connection,
                TRACE_LENGTHS,
                row -> lengths.put(new CaseNumber(row.getString("number")), row.getInt("trace_count")),
                (Object) texts);
        return lengths;
    }

    static List<TraceEntry> traceAfter(Connection connection, CaseNumber number, int after) throws SQLException {
        return Rows.list(connection, TRACE_AFTER, TraceChain::entry, number.text(), after);
    }

    static List<CaseNumber> provisional(Connection connection) throws SQLException {
        return numbers(connection, PROVISIONAL);
    }

    private static List<CaseNumber> numbers(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        return Rows.list(connection, sql, row -> new CaseNumber(row.getString("number")), parameters);
    }
}
