package org.onewindow.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Under which numbers departments answer where they do not send the hub's correlation back. */
public final class AnswerNumbers {

    /** Longer than any outcome is waited for. */
    static final Duration KEPT = Duration.ofDays(400);

    static final String CORRELATION = "select correlation from answer_number where department = ? and number = ?";

    static final String SWEEP =
            """
            delete from answer_number where (department, number) in
            (select department, number from answer_number where at < ? order by at limit 10 for update skip locked)""";

    private static final String EXPECT =
            """
            insert into answer_number (department, number, correlation, at) values (?, ?, ?, ?)
            on conflict (department, number) do update set at = excluded.at
            where answer_number.correlation = excluded.correlation""";

    private final Transactions transactions;
    private final Clock clock;

    public AnswerNumbers(DataSource dataSource, Clock clock) {
        this.transactions = new Transactions(dataSource);
        this.clock = clock;
    }

    /**
     * The answer of an act will bear this number: committed when this returns.
     *
     * @return false: the number stands for another act of this department, and nothing was changed
     */
    public boolean expect(String department, String number, String correlation) {
        var now = clock.instant();
        return transactions.write(connection -> {
            Rows.update(connection, SWEEP, now.minus(KEPT));
            return Rows.update(connection, EXPECT, department, number, correlation, now) == 1;
        });
    }

    /** Whether a step is found by this: the hub's correlation, or a number that was expected. */
    public boolean isKnown(String department, String number) {
        return transactions.read(connection ->
                CaseIndex.byCorrelation(connection, department, number).isPresent());
    }

    static Optional<String> correlation(Connection connection, String department, String number) throws SQLException {
        return Rows.first(connection, CORRELATION, row -> row.getString("correlation"), department, number);
    }
}
