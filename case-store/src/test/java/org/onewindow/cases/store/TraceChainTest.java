package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.cases.Given.call;
import static org.onewindow.cases.Given.department;
import static org.onewindow.cases.Given.matter;
import static org.onewindow.cases.Given.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.config.Effect;

class TraceChainTest {

    private final Hall hall = new Hall(matter(call("deed")), department(operation("deed", Effect.NONE)));
    private CaseNumber number = hall.accepted();

    @BeforeEach
    void oneCaseIsOver() {
        hall.answer(number, "deed", new Answered(Map.of("说", "…")));
        hall.accepted();
    }

    @AfterEach
    void close() {
        hall.database.close();
    }

    /** As somebody would who owns the database. */
    private void tamper(String sql) {
        Database.execute(
                hall.database,
                "set session_replication_role = replica; " + sql.replace("?", "'" + number.text() + "'")
                        + "; set session_replication_role = origin");
    }

    @Test
    void isWholeWhereNobodyTouchedIt() {
        assertThat(hall.cases.verifyTrace()).isEmpty();
    }

    @Test
    void tellsAnEditedLine() {
        tamper("update case_event set kind = 'refused' where number = ? and seq = 2");

        assertThat(hall.cases.verifyTrace()).containsExactly(number + ": line 2 was changed");
    }

    @Test
    void tellsAnEditedDetail() {
        tamper("update case_event set details = details || '{\"by\": \"somebody\"}' where number = ? and seq = 1");

        assertThat(hall.cases.verifyTrace()).containsExactly(number + ": line 1 was changed");
    }

    @Test
    void tellsAMovedTime() {
        tamper("update case_event set at = at - interval '1 microsecond' where number = ? and seq = 1");

        assertThat(hall.cases.verifyTrace()).containsExactly(number + ": line 1 was changed");
    }

    @Test
    void tellsALineTakenOutOfTheMiddle() {
        tamper("delete from case_event where number = ? and seq = 2");

        assertThat(hall.cases.verifyTrace()).containsExactly(number + ": lines before line 3 are gone");
    }

    @Test
    void tellsTheLastLineTakenAway() {
        tamper("delete from case_event where number = ? and seq = (select max(seq) from case_event where number = ?)");

        assertThat(hall.cases.verifyTrace()).singleElement().asString().contains("are gone or were put in");
    }

    @Test
    void tellsACaseTakenAwayWhole() {
        tamper("delete from case_file where number = ?");

        assertThat(hall.cases.verifyTrace()).containsExactly(number + ": the case itself is gone");
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrEmptyALog() {
        for (var sql : new String[] {
            "update case_event set kind = 'x'", "delete from case_event", "truncate case_event",
            "update attempt set outcome = 'x'", "delete from attempt", "truncate attempt"
        }) {
            assertThatThrownBy(() -> Database.execute(hall.database, sql))
                    .hasMessageContaining("is never changed, only added to");
        }
    }

    @Test
    void goesOnAfterAnyLineAndTellsHowLongItIs() {
        var lines = hall.cases.trace(number);

        assertThat(hall.cases.traceAfter(number, 1)).isEqualTo(lines.subList(1, lines.size()));
        assertThat(hall.cases.traceAfter(number, lines.size())).isEmpty();
        assertThat(hall.cases.traceLengths(List.of(number, CaseNumber.on(LocalDate.EPOCH))))
                .isEqualTo(Map.of(number, lines.size()));
    }
}
